#include "identity/token.h"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace yizheng::identity {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t token_length = 43;

void start_sodium() {
  static const bool started = sodium_init() >= 0;
  if (!started) throw std::runtime_error("libsodium cannot start on this machine");
}

std::string base64url(const unsigned char* bytes, std::size_t size) {
  std::string text(sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.resize(text.size() - 1);  // the terminating zero
  return text;
}

}  // namespace

std::string SessionToken::cookie_value() const { return to_string(committee_id) + "." + token; }

std::string SessionToken::hash() const {
  start_sodium();
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
  std::string hex(digest.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  hex.resize(digest.size() * 2);
  return hex;
}

std::string SessionToken::csrf_token() const {
  start_sodium();
  static constexpr std::string_view purpose = "csrf";
  std::array<unsigned char, 32> digest{};
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(purpose.data()),
                     purpose.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size());
  return base64url(digest.data(), digest.size());
}

SessionToken new_session_token(Id committee_id) {
  start_sodium();
  std::array<unsigned char, token_bytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return {committee_id, base64url(bytes.data(), bytes.size())};
}

std::optional<SessionToken> parse_session_cookie(std::string_view value) {
  const auto dot = value.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto committee_id = parse_id(value.substr(0, dot));
  const auto token = value.substr(dot + 1);
  if (!committee_id || token.size() != token_length) return std::nullopt;
  for (const char c : token) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') return std::nullopt;
  }
  return SessionToken{*committee_id, std::string(token)};
}

}  // namespace yizheng::identity
