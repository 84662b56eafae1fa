// Passwords: Argon2id through libsodium, and the rules of OWASP ASVS 5.0 V6.2 (no composition rules, no forced
// rotation).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace yizheng::identity {

// hash_password is declared in people.h. Both take some 70 ms and 64 MiB, so never call them on the writer or an
// I/O thread; two run at a time, the others wait.
bool verify_password(const std::string& hash, std::string_view password);

// What an unknown login is checked against, so that it costs as much as a known one.
const std::string& decoy_hash(bool fast);

// How many verifications this process has made (tests count the work instead of timing it).
std::uint64_t password_verifications();

// 16 characters of an alphabet without look-alikes, in groups of four: 79 bits. For first and reset passwords.
std::string random_password();

inline constexpr std::size_t password_min = 8;  // code points; 15 and more are recommended
inline constexpr std::size_t password_max = 128;

// Throws Problem 422 `password_too_short`, `password_too_long`, `password_common` or `password_names_account` with
// the given field.
void check_new_password(std::string_view password, std::string_view login, std::string_view committee_code,
                        const std::string& field);

}  // namespace yizheng::identity
