# The parts from the ecosystem, one interface target for what each room uses. ./yz installs them from Debian 12.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json url)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(prometheus-cpp CONFIG REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(GTest REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(OPENCC REQUIRED IMPORTED_TARGET opencc)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlienc)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(XML2 REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)

add_library(parts_base INTERFACE)
target_link_libraries(parts_base INTERFACE Boost::json Boost::url fmt::fmt spdlog::spdlog Threads::Threads PkgConfig::SODIUM)

add_library(parts_text INTERFACE)
target_link_libraries(parts_text INTERFACE ICU::uc ICU::i18n ICU::data PkgConfig::OPENCC PkgConfig::PUGIXML PkgConfig::ZIP PkgConfig::XML2)

add_library(parts_store INTERFACE)
target_link_libraries(parts_store INTERFACE soci_core soci_sqlite3 soci_postgresql pq PkgConfig::SQLITE PkgConfig::ZIP OpenSSL::Crypto)
target_include_directories(parts_store SYSTEM INTERFACE /usr/include/postgresql)

add_library(parts_http INTERFACE)
target_link_libraries(parts_http INTERFACE prometheus-cpp::core OpenSSL::Crypto PkgConfig::BROTLI PkgConfig::ZLIB)

add_library(parts_identity INTERFACE)
target_link_libraries(parts_identity INTERFACE PkgConfig::SODIUM)

add_library(parts_committee INTERFACE)
target_link_libraries(parts_committee INTERFACE PkgConfig::TOMLPLUSPLUS)

add_library(parts_reports INTERFACE)
target_link_libraries(parts_reports INTERFACE PkgConfig::XLSXWRITER)

add_library(parts_cli INTERFACE)
target_link_libraries(parts_cli INTERFACE PkgConfig::PUGIXML PkgConfig::XLSXWRITER PkgConfig::ZIP)
