#include "identity/common_passwords.h"

#include <string>
#include <unordered_set>

namespace yizheng::identity {
namespace {

// What people put first: words of sign-in pages, of love, of this trade; common surnames and given names in pinyin;
// heads of keyboard walks.
constexpr std::string_view heads[] = {
    "password",    "passwd",
    "pass",        "pwd",
    "admin",       "administrator",
    "root",        "user",
    "guest",       "test",
    "demo",        "welcome",
    "hello",       "login",
    "master",      "system",
    "manager",     "default",
    "changeme",    "secret",
    "letmein",     "iloveyou",
    "love",        "dragon",
    "monkey",      "football",
    "basketball",  "sunshine",
    "princess",    "superman",
    "batman",      "freedom",
    "whatever",    "qwer",
    "qwert",       "qwerty",
    "qwertyuiop",  "asdf",
    "asdfgh",      "asdfghjkl",
    "zxcv",        "zxcvbn",
    "zxcvbnm",     "qazwsx",
    "qazwsxedc",   "1qaz2wsx",
    "1q2w3e",      "1q2w3e4r",
    "1q2w3e4r5t",  "q1w2e3r4",
    "zaq12wsx",    "abc",
    "abcd",        "abcde",
    "abcdef",      "a",
    "aa",          "aaa",
    "q",           "qq",
    "z",           "zz",
    "x",           "w",
    "as",          "qw",
    "zx",          "aabb",
    "abcabc",      "woaini",
    "woaiwo",      "woaiwojia",
    "wodemima",    "mima",
    "nihao",       "caonima",
    "zhongguo",    "china",
    "beijing",     "shanghai",
    "guangzhou",   "shenzhen",
    "fuzhou",      "fujian",
    "zhengxie",    "zhengxietian",
    "zhengxie8",   "tian",
    "tianwei",     "weiyuan",
    "renda",       "zhengfu",
    "zhengwu",     "zhengfuban",
    "quwei",       "shiwei",
    "xianwei",     "xitong",
    "guanliyuan",  "yizheng",
    "cppcc",       "baidu",
    "taobao",      "qq123",
    "weixin",      "wechat",
    "huawei",      "xiaomi",
    "aptx",        "taiyang",
    "yueliang",    "baobao",
    "laopo",       "laogong",
    "mama",        "baba",
    "jiayou",      "facai",
    "gongxifacai", "shengrikuaile",
    "wang",        "li",
    "zhang",       "liu",
    "chen",        "yang",
    "zhao",        "huang",
    "zhou",        "wu",
    "xu",          "sun",
    "hu",          "zhu",
    "gao",         "lin",
    "he",          "guo",
    "ma",          "luo",
    "liang",       "song",
    "zheng",       "xie",
    "han",         "tang",
    "feng",        "yu",
    "dong",        "xiao",
    "cheng",       "cao",
    "yuan",        "deng",
    "shen",        "zeng",
    "peng",        "lu",
    "su",          "jiang",
    "cai",         "jia",
    "ding",        "wei",
    "xue",         "ye",
    "zhangwei",    "wangwei",
    "wangfang",    "liwei",
    "lina",        "zhangmin",
    "wangjing",    "liuwei",
    "zhangjing",   "lijing",
    "wangxiuying", "zhangli",
    "lixiuying",   "wangli",
    "liujie",      "zhangjie",
    "liqiang",     "chenjie",
    "liming",
};

// And after it.
constexpr std::string_view tails[] = {
    "",           "1",       "12",        "123",       "1234",   "12345",  "123456", "1234567", "12345678", "123456789",
    "1234567890", "123123",  "321",       "654321",    "111",    "1111",   "111111", "000",     "0000",     "000000",
    "666",        "6666",    "666666",    "888",       "8888",   "888888", "999",    "520",     "521",      "1314",
    "5201314",    "1314520", "147258",    "147258369", "159753", "456",    "789",    "110",     "119",      "120",
    "007",        "!",       "!!",        "!@#",       "!@#$",   "!@#$%^", "@123",   "@1234",   "@123456",  "@163",
    "@qq",        "#123",    "#1234",     "_123",      ".123",   "123!",   "123!@#", "123abc",  "123qwe",   "1234qwer",
    "abc",        "abc123",  "abc123456", "qwe",       "qwer",   "asd",    "1q2w3e", "888!",    "2008",     "2018",
    "2019",       "2020",    "2021",      "2022",      "2023",   "2024",   "2025",   "2026",    "2027",     "2028",
    "@2020",      "@2021",   "@2022",     "@2023",     "@2024",  "@2025",  "@2026",  "@2027",   "2024!",    "2025!",
    "2026!",
};

// Heads that are numbers of their own, with and without letters before and after them.
constexpr std::string_view numbers[] = {
    "5201314",   "1314520",    "147258369",  "147852369", "741852963", "963852741",  "159357",     "159753",
    "123321",    "1234321",    "123454321",  "112233",    "11223344",  "1122334455", "121212",     "12121212",
    "131313",    "232323",     "123123",     "123123123", "456456",    "789789",     "789456",     "789456123",
    "7758521",   "7758258",    "520520",     "52013145",  "10101010",  "20082008",   "12344321",   "123654789",
    "987654321", "9876543210", "0987654321", "01234567",  "012345678", "0123456789", "1357924680", "2468013579",
    "13572468",  "66668888",   "88886666",   "16888888",  "18181818",
};

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return low;
}

// "P@ssw0rd" → "password". Digits that stand at the end are a tail, not letters in disguise: they stay.
std::string undisguise(const std::string& low) {
  auto end = low.size();
  while (end > 0 && !(low[end - 1] >= 'a' && low[end - 1] <= 'z')) --end;
  std::string plain = low;
  for (std::size_t i = 0; i < end; ++i) {
    switch (plain[i]) {
      case '@':
      case '4':
        plain[i] = 'a';
        break;
      case '0':
        plain[i] = 'o';
        break;
      case '$':
      case '5':
        plain[i] = 's';
        break;
      case '1':
      case '!':
        plain[i] = 'i';
        break;
      case '3':
        plain[i] = 'e';
        break;
      case '7':
        plain[i] = 't';
        break;
      default:
        break;
    }
  }
  return plain;
}

const std::unordered_set<std::string>& list() {
  static const auto made = [] {
    std::unordered_set<std::string> all;
    for (const auto head : heads) {
      for (const auto tail : tails) {
        all.insert(std::string(head).append(tail));
        all.insert(std::string(tail).append(head));
        all.insert(undisguise(std::string(head).append(tail)));
      }
      all.insert(std::string(head).append(head));
    }
    for (const auto number : numbers) {
      for (const std::string_view letters : {"", "a", "aa", "q", "z", "w", "abc", "qq", "qwe", "woaini"}) {
        all.insert(std::string(letters).append(number));
        all.insert(std::string(number).append(letters));
      }
    }
    return all;
  }();
  return made;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 19850312, 850312 and the like, also twice or with two letters about them.
bool is_date(std::string_view digits) {
  if (digits.size() != 8) return false;
  const auto number = [&](std::size_t at, std::size_t length) {
    return std::stoi(std::string(digits.substr(at, length)));
  };
  const auto plausible = [](int year, int month, int day) {
    return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  };
  return plausible(number(0, 4), number(4, 2), number(6, 2)) || plausible(number(4, 4), number(0, 2), number(2, 2));
}

bool is_mobile_number(std::string_view digits) { return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3'; }

// A walk along the number row, a row of letters or the alphabet, either way: "23456789", "poiuytre".
bool is_walk(std::string_view text) {
  for (const std::string_view row :
       {"01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "!@#$%^&*()"}) {
    const std::string back(row.rbegin(), row.rend());
    if (row.find(text) != std::string_view::npos || back.find(text) != std::string::npos) return true;
  }
  return false;
}

// One piece said over and over: "abcabcabc", "11111111", "a1a1a1a1".
bool is_repetition(std::string_view text) {
  for (std::size_t period = 1; period <= 4 && period * 2 <= text.size(); ++period) {
    bool repeats = true;
    for (std::size_t i = period; i < text.size() && repeats; ++i) repeats = text[i] == text[i - period];
    if (repeats) return true;
  }
  return false;
}

}  // namespace

bool is_common_password(std::string_view password) {
  const auto low = lower(password);
  // A mark at the end or the beginning, to please some rule, adds nothing: "12345678!".
  constexpr std::string_view marks = "!@#$%^&*.,_-+=? ";
  const auto first = low.find_first_not_of(marks);
  const auto bare = first == std::string::npos ? low : low.substr(first, low.find_last_not_of(marks) - first + 1);
  if (list().contains(low) || list().contains(undisguise(low)) || list().contains(bare)) return true;
  if (std::set<char>(low.begin(), low.end()).size() <= 3) return true;
  if (is_repetition(low) || is_walk(low) || (bare.size() >= 6 && (is_repetition(bare) || is_walk(bare)))) return true;
  // Letters about a date or a telephone number: up to three before or after ("zwl19850312", "13800001234a").
  for (std::size_t before = 0; before <= 3; ++before) {
    for (std::size_t after = 0; before + after <= 3; ++after) {
      if (low.size() < before + after + 8) continue;
      const auto middle = std::string_view(low).substr(before, low.size() - before - after);
      if (all_digits(middle) && (is_date(middle) || is_mobile_number(middle))) return true;
    }
  }
  return false;
}

std::size_t common_password_count() { return list().size(); }

}  // namespace yizheng::identity
