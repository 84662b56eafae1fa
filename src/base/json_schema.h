// The schema half of json.h; include that.
#pragma once

#include <boost/core/demangle.hpp>
#include <typeinfo>

namespace yizheng {

template <class T>
std::string schema_name() {
  std::string name = boost::core::demangle(typeid(T).name());
  const auto arguments = name.find('<');
  const auto colon = name.rfind("::", arguments);
  if (colon == std::string::npos) return name;
  name.erase(0, colon + 2);
  // Page<proposals::ProposalRow> → ProposalRowPage
  if (const auto open = name.find('<'); open != std::string::npos) {
    auto inner = name.substr(open + 1, name.rfind('>') - open - 1);
    if (const auto inner_colon = inner.rfind("::"); inner_colon != std::string::npos) inner.erase(0, inner_colon + 2);
    while (!inner.empty() && (inner.back() == '>' || inner.back() == ' ')) inner.pop_back();
    return inner + name.substr(0, open);
  }
  return name;
}

template <class T>
json::value schema_of(SchemaSet& set) {
  const auto reference = [](const std::string& name) { return json::value{{"$ref", "#/components/schemas/" + name}}; };
  if constexpr (std::same_as<T, json::value>) {
    return json::object{};
  } else if constexpr (std::same_as<T, bool>) {
    return {{"type", "boolean"}};
  } else if constexpr (std::same_as<T, Id>) {
    return {{"type", "string"}, {"pattern", "^[1-9][0-9]{0,18}$"}};
  } else if constexpr (std::same_as<T, Date>) {
    return {{"type", "string"}, {"format", "date"}};
  } else if constexpr (std::same_as<T, Instant>) {
    return {{"type", "string"}, {"format", "date-time"}};
  } else if constexpr (std::integral<T>) {
    return {{"type", "integer"}};
  } else if constexpr (std::floating_point<T>) {
    return {{"type", "number"}};
  } else if constexpr (std::same_as<T, std::string>) {
    return {{"type", "string"}};
  } else if constexpr (detail::is_optional<T>::value) {
    return schema_of<typename T::value_type>(set);
  } else if constexpr (detail::is_vector<T>::value) {
    return {{"type", "array"}, {"items", schema_of<typename T::value_type>(set)}};
  } else if constexpr (detail::is_string_map<T>::value) {
    return {{"type", "object"}, {"additionalProperties", schema_of<typename T::mapped_type>(set)}};
  } else if constexpr (detail::DescribedEnum<T>) {
    const auto name = schema_name<T>();
    if (!set.components.contains(name)) {
      json::array names;
      boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto d) { names.emplace_back(d.name); });
      set.components[name] = {{"type", "string"}, {"enum", std::move(names)}};
    }
    return reference(name);
  } else {
    static_assert(detail::DescribedStruct<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
    const auto name = schema_name<T>();
    if (!set.components.contains(name)) {
      set.components[name] = json::object{};  // a struct that contains itself ends here
      json::object properties;
      json::array required;
      boost::mp11::mp_for_each<detail::members_of<T>>([&](auto d) {
        using Member = std::remove_cvref_t<decltype(std::declval<T>().*d.pointer)>;
        properties[d.name] = schema_of<Member>(set);
        if constexpr (!detail::is_optional<Member>::value) required.emplace_back(d.name);
      });
      json::object schema{{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
      if (!required.empty()) schema["required"] = std::move(required);
      set.components[name] = std::move(schema);
    }
    return reference(name);
  }
}

}  // namespace yizheng
