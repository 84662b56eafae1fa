#include "identity/passwords.h"

#include <sodium.h>

#include <semaphore>

#include "base/problem.h"
#include "identity/common_passwords.h"
#include "identity/people.h"
#include "text/utf8.h"

namespace yizheng::identity {
namespace {

// Each hash holds 64 MiB while it runs: two at a time keep a burst of sign-ins within the server's memory.
std::counting_semaphore<2> hashing_slots{2};
std::atomic<std::uint64_t> verifications{0};

struct Slot {
  Slot() { hashing_slots.acquire(); }
  ~Slot() { hashing_slots.release(); }
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
};

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw std::runtime_error("libsodium cannot start on this machine");
}

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return low;
}

}  // namespace

std::string hash_password(std::string_view password, bool fast) {
  start_sodium();
  const Slot slot;
  std::array<char, crypto_pwhash_STRBYTES> encoded{};
  const auto operations = fast ? crypto_pwhash_argon2id_OPSLIMIT_MIN : crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE;
  const auto memory = fast ? crypto_pwhash_argon2id_MEMLIMIT_MIN : crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE;
  if (crypto_pwhash_argon2id_str(encoded.data(), password.data(), password.size(), operations, memory) != 0) {
    throw Problem(503, "out_of_memory", "内存不足,暂时无法处理口令。请稍后重试。",
                  "There is not enough memory to work on passwords just now; try again shortly.");
  }
  return encoded.data();
}

bool verify_password(const std::string& hash, std::string_view password) {
  start_sodium();
  const Slot slot;
  verifications.fetch_add(1);
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

const std::string& decoy_hash(bool fast) {
  static const std::string slow_decoy = hash_password(random_password());
  static const std::string fast_decoy = hash_password(random_password(), true);
  return fast ? fast_decoy : slow_decoy;
}

std::uint64_t password_verifications() { return verifications.load(); }

std::string random_password() {
  start_sodium();
  static constexpr std::string_view alphabet = "23456789abcdefghjkmnpqrstuvwxyz";
  std::string password;
  for (int i = 0; i < 16; ++i) {
    if (i != 0 && i % 4 == 0) password += '-';
    password += alphabet[randombytes_uniform(static_cast<std::uint32_t>(alphabet.size()))];
  }
  return password;
}

void check_new_password(std::string_view password, std::string_view login, std::string_view committee_code,
                        const std::string& field) {
  const auto length = text::length(password);
  if (length < password_min) {
    throw Problem(422, "password_too_short", "口令至少 8 个字符,建议 15 个以上;可以用一句容易记住的话。",
                  "A password has at least 8 characters, better 15 or more; a sentence you remember will do.", field);
  }
  if (length > password_max) {
    throw Problem(422, "password_too_long", "口令最多 128 个字符,请缩短。",
                  "A password has at most 128 characters; shorten it.", field);
  }
  const auto low = lower(password);
  const auto names = [&](std::string_view word) {
    // A short code such as "qx" may well occur inside a good password; a whole login of four and more may not.
    return !word.empty() && (low == word || (word.size() >= 4 && low.find(word) != std::string::npos));
  };
  if (names(lower(login)) || names(lower(committee_code))) {
    throw Problem(422, "password_names_account", "口令不能包含登录名或本会代码,请换一个。",
                  "A password may not contain the login or the committee's code; choose another.", field);
  }
  if (is_common_password(password)) {
    throw Problem(422, "password_common", "这个口令太常见,容易被猜中。请换一个,例如几个互不相关的词。",
                  "This password is too common and easily guessed; choose another, such as a few unrelated words.",
                  field);
  }
}

}  // namespace yizheng::identity
