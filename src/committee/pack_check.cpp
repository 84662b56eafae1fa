#include "committee/pack_check.h"

#include "committee/organisation.h"
#include "committee/pack_needs.h"

namespace yizheng::committee {
namespace {

class Checker {
 public:
  Checker(Pack& pack, const PackPlaces& places, PackFaults& faults) : pack_(pack), places_(places), faults_(faults) {}

  void check() {
    permissions();
    roles();
    separation();
    deadlines();
    lists();
    results();
    text_limits();
    supervision();
    for (const auto& [name, values] : known_settings()) {
      if (!pack_.settings.contains(name)) missing("settings", name, "设置", "setting");
    }
  }

 private:
  void fault(const std::string& path, std::string zh, std::string en) {
    const auto place = places_.find(path);
    if (place == places_.end()) {
      faults_.add("pack.toml", 1, path, std::move(zh), std::move(en));
    } else {
      faults_.add(place->second.file, place->second.line, path, std::move(zh), std::move(en));
    }
  }

  void missing(const std::string& section, std::string_view code, const char* zh, const char* en) {
    fault(fmt::format("{}.{}", section, code), fmt::format("缺少程序需要的{}“{}”,请补上。", zh, code),
          fmt::format("The program needs the {} \"{}\". Add it.", en, code));
  }

  void permissions() {
    std::set<std::string> held;
    for (const auto& role : pack_.roles) held.insert(role.permissions.begin(), role.permissions.end());
    for (const auto code : needed_permissions) {
      if (!pack_.permissions.contains(std::string(code))) {
        missing("permissions", code, "权限", "permission");
      } else if (!held.contains(std::string(code))) {
        fault(fmt::format("permissions.{}", code), "没有任何角色拥有这项权限,相应工作将无人能做。",
              "No role holds this permission: nobody could do this work.");
      }
    }
    for (const auto& [code, label] : pack_.permissions) {
      if (std::find(std::begin(needed_permissions), std::end(needed_permissions), code) ==
          std::end(needed_permissions)) {
        fault("permissions." + code, "程序没有这项权限,请删除或核对拼写。",
              "The program knows no such permission. Remove it or check its spelling.");
      }
    }
  }

  void roles() {
    std::set<std::string> codes;
    for (const auto& role : pack_.roles) codes.insert(role.code);
    for (auto& role : pack_.roles) {
      const std::string path = "role." + role.code;
      for (const auto& permission : role.permissions) {
        if (pack_.permissions.contains(permission)) continue;
        fault(path, fmt::format("权限“{}”没有定义,请核对拼写。", permission),
              fmt::format("The permission \"{}\" is not defined. Check its spelling.", permission));
      }
      if (!role.organisation_kind.empty() && !parse_enum<OrganisationKind>(role.organisation_kind)) {
        fault(path, fmt::format("没有“{}”这种组织。", role.organisation_kind),
              fmt::format("There is no organisation of the kind \"{}\".", role.organisation_kind));
      }
      if (role.excludes.erase("*") != 0) {
        role.excludes.insert(codes.begin(), codes.end());
        role.excludes.erase(role.code);
      }
      for (const auto& other : role.excludes) {
        if (codes.contains(other) && other != role.code) continue;
        fault(path, fmt::format("互斥角色“{}”不存在,或就是它自己。", other),
              fmt::format("The excluded role \"{}\" does not exist, or is the role itself.", other));
      }
    }
    // Exclusion holds in both directions, whichever of the two names it.
    for (const auto& role : std::vector<Role>(pack_.roles)) {
      for (auto& other : pack_.roles) {
        if (role.excludes.contains(other.code)) other.excludes.insert(role.code);
      }
    }
    for (const auto& [code, kind] : needed_roles) {
      const Role* role = pack_.role(code);
      if (role == nullptr) {
        missing("role", code, "角色", "role");
      } else if (role->organisation_kind != kind) {
        fault("role." + role->code, fmt::format("organisation_kind 应为“{}”。", kind),
              fmt::format("organisation_kind must be \"{}\".", kind));
      }
    }
  }

  // 三权分立: no role both administers and does the committee's business, and the administrators exclude one another.
  void separation() {
    static constexpr std::string_view powers[] = {"account.manage", "role.grant", "ledger.verify"};
    for (const auto& role : pack_.roles) {
      const auto administers = std::count_if(std::begin(powers), std::end(powers), [&](std::string_view power) {
        return role.permissions.contains(std::string(power));
      });
      const bool business = std::any_of(role.permissions.begin(), role.permissions.end(), [](const std::string& p) {
        return p.starts_with("proposal.") || p == "organisation.manage" || p == "calendar.manage";
      });
      if (administers > 1 || (administers == 1 && business)) {
        fault("role." + role.code, "账号管理、授权、审计三权应分立,且不得与业务权限并存。",
              "Managing accounts, granting roles and auditing must be apart, and apart from the business.");
      }
    }
    for (const char* code : {"SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN"}) {
      const Role* role = pack_.role(code);
      for (const char* other : {"SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN"}) {
        if (role == nullptr || std::string_view(code) == other || role->excludes.contains(other)) continue;
        fault("role." + role->code, fmt::format("应与“{}”互斥。", other), fmt::format("Must exclude \"{}\".", other));
      }
    }
  }

  void deadlines() {
    for (const auto code : needed_deadlines) {
      if (!pack_.deadlines.contains(std::string(code))) missing("deadline", code, "时限", "deadline");
    }
    for (const auto& [code, rule] : pack_.deadlines) {
      if (std::find(std::begin(needed_deadlines), std::end(needed_deadlines), code) == std::end(needed_deadlines)) {
        fault("deadline." + code, "程序没有这个时限,请删除或核对拼写。",
              "The program knows no such deadline. Remove it or check its spelling.");
      }
    }
    const auto reply = pack_.deadlines.find("reply"), latest = pack_.deadlines.find("reply.extended");
    if (reply != pack_.deadlines.end() && latest != pack_.deadlines.end()) {
      // Compared over a stretch without holidays; only the order matters.
      const Date start = make_date(2026, 1, 5);
      const Calendar plain;
      if (compute_deadline(latest->second, start, plain).due <= compute_deadline(reply->second, start, plain).due) {
        fault("deadline.reply.extended", "延期答复的最后期限应长于答复期限。",
              "The latest extended reply must come after the reply.");
      }
    }
  }

  void lists() {
    for (const auto& needed : needed_lists()) {
      const auto list = pack_.lists.find(std::string(needed.name));
      const std::string path = fmt::format("lists.{}", needed.name);
      if (list == pack_.lists.end()) {
        missing("lists", needed.name, "列表", "list");
        continue;
      }
      if (std::none_of(list->second.begin(), list->second.end(), [](const Choice& c) { return c.active; })) {
        fault(path, "至少要有一项可选。", "At least one row must be active.");
      }
      if (needed.codes.empty()) continue;
      for (const auto code : needed.codes) {
        if (pack_.choice(needed.name, code) == nullptr) missing(path, code, "代码", "code");
      }
      for (const auto& choice : list->second) {
        if (std::find(needed.codes.begin(), needed.codes.end(), choice.code) == needed.codes.end()) {
          fault(path + "." + choice.code, "这个列表的代码由程序规定,不能增加。",
                "The codes of this list are fixed by the program; none can be added.");
        }
      }
    }
    for (const auto& [name, list] : pack_.lists) {
      const auto& needed = needed_lists();
      if (std::none_of(needed.begin(), needed.end(), [&](const NeededList& n) { return n.name == name; })) {
        fault("lists." + name, "程序没有这个列表,请删除或核对拼写。",
              "The program knows no such list. Remove it or check its spelling.");
      }
    }
  }

  void results() {
    if (pack_.result_classes.empty()) missing("result_class", "A", "办理结果分类", "result class");
    bool resolved = false;
    for (const auto& result : pack_.result_classes) {
      resolved = resolved || result.counts_as_resolved;
      if (result.counts_as_resolved && result.counts_as_planned) {
        fault("result_class." + result.code, "同一类不能既算已解决又算列入计划。",
              "One class cannot count both as resolved and as planned.");
      }
    }
    if (!pack_.result_classes.empty() && !resolved) {
      fault("result_class." + pack_.result_classes.front().code, "至少有一类应算作已解决(counts_as_resolved)。",
            "At least one class must count as resolved (counts_as_resolved).");
    }
  }

  // Every system's units have an office that is told and decides (§2.6).
  void supervision() {
    const auto systems = pack_.lists.find("systems");
    if (systems == pack_.lists.end()) return;  // told already
    for (const auto& [name, value] : pack_.settings) {
      if (!name.starts_with("supervision.")) continue;
      const auto office = name.substr(std::string_view("supervision.").size());
      const auto* role = pack_.role(office);
      if (role == nullptr || role->organisation_kind != "SUPERVISION_OFFICE") {
        fault("settings." + name, fmt::format("“{}”不是督查室的角色。", office),
              fmt::format("\"{}\" is no role of a supervision office.", office));
      }
      for (const auto& system : pack_.systems_of_office(office)) {
        if (pack_.choice("systems", system) != nullptr) continue;
        fault("settings." + name, fmt::format("没有“{}”这个系统,代码之间用逗号分隔,不加空格。", system),
              fmt::format("There is no system \"{}\". Separate codes by commas, without blanks.", system));
      }
    }
    for (const auto& system : systems->second) {
      if (!pack_.offices_of(system.code).empty()) continue;
      fault("settings", fmt::format("没有督查室负责“{}”系统,请在 supervision.角色代码 中写明。", system.code),
            fmt::format("No supervision office looks after \"{}\". Name it in supervision.ROLE.", system.code));
    }
  }

  void text_limits() {
    const auto& limits = pack_.text_limits;
    if (limits.title_max > limits.title_hard_max || limits.body_min >= limits.body_max ||
        limits.body_max > limits.body_hard_max) {
      fault("text_limits", "应满足:title_max ≤ title_hard_max,body_min < body_max ≤ body_hard_max。",
            "Must hold: title_max ≤ title_hard_max, body_min < body_max ≤ body_hard_max.");
    }
  }

  Pack& pack_;
  const PackPlaces& places_;
  PackFaults& faults_;
};

}  // namespace

const std::map<std::string, std::vector<std::string>>& known_settings() {
  static const std::map<std::string, std::vector<std::string>> settings = {
      {"feedback.statistic", {"first_proposer", "worst"}},
  };
  return settings;
}

void check_pack(Pack& pack, const PackPlaces& places, PackFaults& faults) { Checker(pack, places, faults).check(); }

}  // namespace yizheng::committee
