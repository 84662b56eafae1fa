// One description of a struct (BOOST_DESCRIBE_STRUCT) gives its JSON text, its reading from JSON and its OpenAPI
// schema.
//
// Shapes: bool, integers, double, std::string, Id (decimal string), Date, Instant, described enums (their
// names, in capitals as in DOMAIN §0), std::optional (absent or null), std::vector, std::map<string, T>,
// described structs, boost::json::value (anything). Structs are read strictly: an unknown member, a missing
// one that is not optional, or one of the wrong kind is a Problem that names it by JSON pointer.
#pragma once

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/id.h"
#include "base/problem.h"
#include "base/time.h"

namespace yizheng {

namespace json = boost::json;

// An empty body or response.
struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

namespace detail {

template <class T>
concept DescribedStruct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept DescribedEnum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
template <class T>
struct is_vector : std::false_type {};
template <class T>
struct is_vector<std::vector<T>> : std::true_type {};
template <class T>
struct is_string_map : std::false_type {};
template <class T>
struct is_string_map<std::map<std::string, T>> : std::true_type {};

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

void write_string(std::string& out, std::string_view text);
void write_number(std::string& out, double value);  // shortest form that reads back; null where it is no number
[[noreturn]] void wrong_kind(const std::string& at, const char* zh, const char* en);
[[noreturn]] void unknown_member(const std::string& at, std::string_view name);
[[noreturn]] void missing_member(const std::string& at);

}  // namespace detail

// The code name of an enumerator, and back. E must be described by BOOST_DESCRIBE_ENUM.
template <detail::DescribedEnum E>
std::string_view enum_name(E value) {
  std::string_view name = "";
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    if (d.value == value) name = d.name;
  });
  return name;
}

template <detail::DescribedEnum E>
std::optional<E> parse_enum(std::string_view text) {
  std::optional<E> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    if (text == d.name) found = d.value;
  });
  return found;
}

// Appends `value` as JSON text.
template <class T>
void write_json(std::string& out, const T& value) {
  if constexpr (std::same_as<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::same_as<T, Id>) {
    out += '"';
    out += std::to_string(value.value);
    out += '"';
  } else if constexpr (std::same_as<T, Date> || std::same_as<T, Instant>) {
    out += '"';
    out += to_string(value);
    out += '"';
  } else if constexpr (std::integral<T>) {
    out += std::to_string(value);
  } else if constexpr (std::floating_point<T>) {
    detail::write_number(out, value);
  } else if constexpr (detail::DescribedEnum<T>) {
    out += '"';
    out += enum_name(value);
    out += '"';
  } else if constexpr (std::convertible_to<const T&, std::string_view>) {
    detail::write_string(out, value);
  } else if constexpr (std::same_as<T, json::value> || std::same_as<T, json::object> || std::same_as<T, json::array>) {
    out += json::serialize(value);
  } else if constexpr (detail::is_optional<T>::value) {
    if (value) {
      write_json(out, *value);
    } else {
      out += "null";
    }
  } else if constexpr (detail::is_vector<T>::value) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i != 0) out += ',';
      write_json(out, static_cast<const typename T::value_type&>(value[i]));
    }
    out += ']';
  } else if constexpr (detail::is_string_map<T>::value) {
    out += '{';
    bool first = true;
    for (const auto& [name, member] : value) {
      if (!first) out += ',';
      first = false;
      detail::write_string(out, name);
      out += ':';
      write_json(out, member);
    }
    out += '}';
  } else {
    static_assert(detail::DescribedStruct<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
    out += '{';
    bool first = true;
    boost::mp11::mp_for_each<detail::members_of<T>>([&](auto d) {
      const auto& member = value.*d.pointer;
      // An absent optional is left out: a field that a role may not see does not exist for it.
      if constexpr (detail::is_optional<std::remove_cvref_t<decltype(member)>>::value) {
        if (!member) return;
      }
      if (!first) out += ',';
      first = false;
      out += '"';
      out += d.name;
      out += "\":";
      write_json(out, member);
    });
    out += '}';
  }
}

template <class T>
std::string to_json(const T& value) {
  std::string out;
  write_json(out, value);
  return out;
}

// Reads `value` as a T; `at` is the JSON pointer of `value` within the request. Throws Problem 422.
template <class T>
T read_json(const json::value& value, const std::string& at = "") {
  if constexpr (std::same_as<T, json::value>) {
    return value;
  } else if constexpr (std::same_as<T, bool>) {
    if (!value.is_bool()) detail::wrong_kind(at, "是或否(true/false)", "true or false");
    return value.get_bool();
  } else if constexpr (std::same_as<T, Id>) {
    const auto id = value.is_string() ? parse_id(value.get_string()) : std::nullopt;
    if (!id) detail::wrong_kind(at, "编号(十进制数字组成的字符串)", "an id (a string of decimal digits)");
    return *id;
  } else if constexpr (std::same_as<T, Date>) {
    const auto date = value.is_string() ? parse_date(value.get_string()) : std::nullopt;
    if (!date) detail::wrong_kind(at, "存在的日期,写作 YYYY-MM-DD", "a date that exists, written YYYY-MM-DD");
    return *date;
  } else if constexpr (std::same_as<T, Instant>) {
    const auto instant = value.is_string() ? parse_instant(value.get_string()) : std::nullopt;
    if (!instant) detail::wrong_kind(at, "带时区的时间(RFC 3339)", "a time with offset (RFC 3339)");
    return *instant;
  } else if constexpr (std::integral<T>) {
    T number{};
    json::error_code error;
    if (value.is_number()) number = value.to_number<T>(error);
    if (!value.is_number() || error) detail::wrong_kind(at, "范围内的整数", "a whole number in range");
    return number;
  } else if constexpr (std::floating_point<T>) {
    if (!value.is_number()) detail::wrong_kind(at, "数字", "a number");
    return value.to_number<T>();
  } else if constexpr (detail::DescribedEnum<T>) {
    const auto found = value.is_string() ? parse_enum<T>(value.get_string()) : std::nullopt;
    if (!found) detail::wrong_kind(at, "规定的代码之一(见接口说明)", "one of the codes listed in the API description");
    return *found;
  } else if constexpr (std::same_as<T, std::string>) {
    if (!value.is_string()) detail::wrong_kind(at, "文字", "a string");
    return std::string(value.get_string());
  } else if constexpr (detail::is_optional<T>::value) {
    if (value.is_null()) return std::nullopt;
    return read_json<typename T::value_type>(value, at);
  } else if constexpr (detail::is_vector<T>::value) {
    if (!value.is_array()) detail::wrong_kind(at, "列表", "a list");
    T items;
    items.reserve(value.get_array().size());
    for (const auto& item : value.get_array()) {
      items.push_back(read_json<typename T::value_type>(item, at + "/" + std::to_string(items.size())));
    }
    return items;
  } else if constexpr (detail::is_string_map<T>::value) {
    if (!value.is_object()) detail::wrong_kind(at, "对象", "an object");
    T members;
    for (const auto& [name, member] : value.get_object()) {
      members.emplace(name, read_json<typename T::mapped_type>(member, at + "/" + std::string(name)));
    }
    return members;
  } else {
    static_assert(detail::DescribedStruct<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
    if (!value.is_object()) detail::wrong_kind(at, "对象", "an object");
    const auto& object = value.get_object();
    T result{};
    std::size_t known = 0;
    boost::mp11::mp_for_each<detail::members_of<T>>([&](auto d) {
      using Member = std::remove_cvref_t<decltype(result.*d.pointer)>;
      const std::string place = at + "/" + d.name;
      if (const auto* member = object.if_contains(d.name)) {
        ++known;
        result.*d.pointer = read_json<Member>(*member, place);
      } else if constexpr (!detail::is_optional<Member>::value) {
        detail::missing_member(place);
      }
    });
    if (known != object.size()) {
      for (const auto& [name, member] : object) {
        bool described = false;
        boost::mp11::mp_for_each<detail::members_of<T>>([&](auto d) { described = described || name == d.name; });
        if (!described) detail::unknown_member(at, name);
      }
    }
    return result;
  }
}

// Collects the schemas of an OpenAPI document: `components` holds one entry a described struct or enum.
struct SchemaSet {
  json::object components;
};

// The name a type has in the OpenAPI document: the last part of its C++ name.
template <class T>
std::string schema_name();

// The JSON Schema (2020-12, as OpenAPI 3.1 uses it) of T; structs and enums become references into `set`.
template <class T>
json::value schema_of(SchemaSet& set);

}  // namespace yizheng

#include "base/json_schema.h"
