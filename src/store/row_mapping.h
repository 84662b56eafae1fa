// How C++ values become parameters and rows become structs; include store/connection.h.
#pragma once

namespace yizheng::store {
namespace detail {

template <class T>
constexpr ColumnKind kind_of() {
  if constexpr (yizheng::detail::is_optional<T>::value) {
    return kind_of<typename T::value_type>();
  } else if constexpr (std::same_as<T, Id> || std::same_as<T, Instant> || std::integral<T>) {
    return ColumnKind::INTEGER;
  } else if constexpr (std::floating_point<T>) {
    return ColumnKind::REAL;
  } else if constexpr (std::same_as<T, Bytes>) {
    return ColumnKind::BYTES;
  } else {
    return ColumnKind::TEXT;
  }
}

template <class T>
struct is_tuple : std::false_type {};
template <class... T>
struct is_tuple<std::tuple<T...>> : std::true_type {};

// The columns of a Row, flattened.
template <class Row>
void add_kinds(std::vector<ColumnKind>& kinds) {
  if constexpr (is_tuple<Row>::value) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Row>>(
        [&](auto type) { add_kinds<typename decltype(type)::type>(kinds); });
  } else if constexpr (yizheng::detail::DescribedStruct<Row>) {
    boost::mp11::mp_for_each<yizheng::detail::members_of<Row>>(
        [&](auto d) { kinds.push_back(kind_of<std::remove_cvref_t<decltype(std::declval<Row>().*d.pointer)>>()); });
  } else {
    kinds.push_back(kind_of<Row>());
  }
}

template <class T>
T read_column(const RowView& row, std::size_t column) {
  if constexpr (yizheng::detail::is_optional<T>::value) {
    if (row.null(column)) return std::nullopt;
    return read_column<typename T::value_type>(row, column);
  } else if constexpr (std::same_as<T, Id>) {
    return Id{row.integer(column)};
  } else if constexpr (std::same_as<T, Instant>) {
    return Instant{row.integer(column)};
  } else if constexpr (std::same_as<T, Date>) {
    const auto date = parse_date(row.text(column));
    return date ? *date : throw std::runtime_error("a stored date is not a date");
  } else if constexpr (std::same_as<T, bool>) {
    return row.integer(column) != 0;
  } else if constexpr (std::integral<T>) {
    return static_cast<T>(row.integer(column));
  } else if constexpr (std::floating_point<T>) {
    return row.real(column);
  } else if constexpr (yizheng::detail::DescribedEnum<T>) {
    const auto value = parse_enum<T>(row.text(column));
    return value ? *value
                 : throw std::runtime_error("a stored code name is not known: " + std::string(row.text(column)));
  } else if constexpr (std::same_as<T, Bytes>) {
    return Bytes{std::string(row.text(column))};
  } else {
    return T(row.text(column));
  }
}

}  // namespace detail

template <class T>
Value to_value(const T& value) {
  if constexpr (std::same_as<T, Value>) {
    return value;
  } else if constexpr (std::same_as<T, Bytes>) {
    return value;
  } else if constexpr (yizheng::detail::is_optional<T>::value) {
    return value ? to_value(*value) : Value{};
  } else if constexpr (std::same_as<T, Id>) {
    return value.value;
  } else if constexpr (std::same_as<T, Instant>) {
    return value.ms;
  } else if constexpr (std::same_as<T, Date>) {
    return to_string(value);
  } else if constexpr (std::integral<T>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::floating_point<T>) {
    return static_cast<double>(value);
  } else if constexpr (yizheng::detail::DescribedEnum<T>) {
    return std::string(enum_name(value));
  } else {
    return std::string(std::string_view(value));
  }
}

template <class Row>
Row from_row(const RowView& row, std::size_t& column) {
  if constexpr (detail::is_tuple<Row>::value) {
    return [&]<class... T>(std::type_identity<std::tuple<T...>>) {
      return std::tuple<T...>{from_row<T>(row, column)...};  // braces: left to right
    }(std::type_identity<Row>{});
  } else if constexpr (yizheng::detail::DescribedStruct<Row>) {
    Row record{};
    boost::mp11::mp_for_each<yizheng::detail::members_of<Row>>([&](auto d) {
      record.*d.pointer = detail::read_column<std::remove_cvref_t<decltype(record.*d.pointer)>>(row, column++);
    });
    return record;
  } else {
    return detail::read_column<Row>(row, column++);
  }
}

template <class Row>
std::vector<Row> Connection::select_with(std::string_view sql, std::span<const Value> parameters) {
  static const std::vector<ColumnKind> kinds = [] {
    std::vector<ColumnKind> found;
    detail::add_kinds<Row>(found);
    return found;
  }();
  std::vector<Row> rows;
  run(sql, kinds, parameters, [&](const RowView& row) {
    std::size_t column = 0;
    rows.push_back(from_row<Row>(row, column));
    return true;
  });
  return rows;
}

template <class Record>
std::string columns_of(std::string_view alias) {
  std::string list;
  boost::mp11::mp_for_each<yizheng::detail::members_of<Record>>([&](auto d) {
    if (!list.empty()) list += ", ";
    if (!alias.empty()) list.append(alias).append(".");
    list += d.name;
  });
  return list;
}

template <class Record>
void Connection::insert(std::string_view table, const Record& record) {
  static const std::string tail = [] {
    const std::string names = columns_of<Record>();
    const auto count = boost::mp11::mp_size<yizheng::detail::members_of<Record>>::value;
    std::string marks;
    for (std::size_t i = 0; i < count; ++i) marks += i == 0 ? "?" : ", ?";
    return " (" + names + ") VALUES (" + marks + ")";
  }();
  std::vector<Value> values;
  boost::mp11::mp_for_each<yizheng::detail::members_of<Record>>(
      [&](auto d) { values.push_back(to_value(record.*d.pointer)); });
  run("INSERT INTO " + std::string(table) + tail, {}, values, {});
}

}  // namespace yizheng::store
