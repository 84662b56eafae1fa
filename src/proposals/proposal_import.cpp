#include "proposals/proposal_import.h"

#include <unordered_set>

#include "proposals/change.h"
#include "proposals/import_register.h"
#include "proposals/proposal_store.h"
#include "proposals/stored_page.h"
#include "store/ledger.h"

namespace yizheng::proposals {
namespace {

constexpr std::size_t header_rows = 20;  // a title may stand over the header

// 120 bits of a key: enough to know a row again within a file, and small at a million rows.
using ShortKey = std::pair<std::uint64_t, std::uint64_t>;
struct ShortKeyHash {
  std::size_t operator()(const ShortKey& key) const noexcept { return key.first; }
};
ShortKey short_key(const std::string& hex) {
  return {std::stoull(hex.substr(0, 15), nullptr, 16), std::stoull(hex.substr(15, 15), nullptr, 16)};
}

class Import {
 public:
  Import(store::Database& database, committee::Rules& rules, text::TableReader& table, const ImportOptions& options,
         const std::function<void(const ImportFault&)>& on_fault)
      : database_(database), rules_(rules), table_(table), options_(options), on_fault_(on_fault) {}

  ImportReport run() {
    find_header();
    database_.read([&](store::Connection& db) { register_.emplace(db, rules_, options_, report_); });
    std::vector<ImportRow> chunk;
    text::TableRow row;
    const Instant now = yizheng::now();
    while (table_.next(row)) {
      if (row.empty() && row.faults.empty()) continue;
      ++report_.rows;
      auto read = read_import_row(row, header_, options_, rules_.pack().text_limits, table_.short_rows(), now,
                                  [&](const ImportFault& fault) { on_fault_(fault); });
      if (!read || !proposers_clear(*read)) {
        ++report_.refused;
      } else if (!seen_.insert(short_key(read->key)).second) {
        ++report_.known;  // the same row twice in one file
      } else {
        chunk.push_back(std::move(*read));
      }
      if (chunk.size() >= options_.chunk) flush(chunk);
    }
    flush(chunk);
    report_.notes = table_.notes();
    return std::move(report_);
  }

 private:
  void find_header() {
    text::TableRow row;
    std::optional<ImportHeader> best;
    for (std::size_t i = 0; i < header_rows && table_.next(row); ++i) {
      auto header = read_header(row.fields);
      if (header.missing().empty()) {
        if (!header.repeated.empty()) {
          throw Problem(422, "columns_repeated",
                        fmt::format("第 {} 行表头里同一项出现两次(“{}”):请删去一列", row.line, header.repeated.front()),
                        fmt::format("line {}: two columns mean the same (\"{}\"): delete one", row.line,
                                    header.repeated.front()));
        }
        header_ = std::move(header);
        report_.ignored_columns = header_.unknown;
        return;
      }
      if (!best || header.missing().size() < best->missing().size()) best = std::move(header);
    }
    std::string missing;
    for (const auto column : best ? best->missing() : ImportHeader{}.missing()) {
      missing += (missing.empty() ? "" : ", ") + std::string(column_name(column));
    }
    throw Problem(
        422, "columns_missing",
        fmt::format("前 {} 行里没有完整的表头,缺少:{}。表头须有 编号、类别、提案人、提交时间、案由、内容(编号可缺)。",
                    header_rows, missing),
        fmt::format("No complete header within the first {} lines; missing: {}. Needed are category, proposer, "
                    "submitted_at, title, content; number, cosigners and kind may be given.",
                    header_rows, missing));
  }

  // A name that two people bear cannot be given to either.
  bool proposers_clear(const ImportRow& row) {
    auto names = row.proposers;
    names.insert(names.end(), row.cosigners.begin(), row.cosigners.end());
    for (const auto& name : names) {
      if (!register_->ambiguous_person(name)) continue;
      on_fault_({row.line, "proposer", "person_ambiguous", "本委有两位同名的人,无法确定是哪一位:请先在系统中区分姓名",
                 "two people of the committee bear this name: tell them apart in the system first"});
      return false;
    }
    return true;
  }

  ProposerKind kind_of(const ImportRow& row) const {
    const auto& first = row.proposers.front();
    if (const auto known = register_->known_organisation(first)) return *known;
    const auto guess = guess_proposer(first);
    const bool person = register_->known_person(first) || (row.kind ? !collective(*row.kind) : !guess.organisation);
    if (person)
      return row.proposers.size() + row.cosigners.size() > 1 || row.unnamed > 0 ? ProposerKind::JOINT
                                                                                : ProposerKind::INDIVIDUAL;
    if (row.kind && collective(*row.kind)) return *row.kind;
    return guess.kind;
  }

  void flush(std::vector<ImportRow>& chunk) {
    if (chunk.empty()) return;
    if (options_.dry_run) {
      database_.read([&](store::Connection& db) { take_all(db, nullptr, chunk); });
    } else {
      database_.write_and_wait([&](store::Write& write) { take_all(write.db, &write, chunk); });
    }
    chunk.clear();
  }

  void take_all(store::Connection& db, store::Write* write, const std::vector<ImportRow>& chunk) {
    for (const auto& row : chunk) {
      const auto known = db.select_one<Id>("SELECT id FROM proposals WHERE committee_id = ? AND import_key = ?",
                                           options_.committee.committee_id, row.key);
      if (known) {
        ++report_.known;
      } else {
        take(write, row);
        ++report_.imported;
      }
    }
  }

  void take(store::Write* write, const ImportRow& row) {
    const auto& session = register_->session(write, row.submitted_at);
    Dossier dossier;
    auto& p = dossier.proposal;
    p.committee_id = options_.committee.committee_id;
    p.id = new_id();
    p.session_id = session.id;
    p.state = ProposalState::SUBMITTED;
    p.kind = kind_of(row);
    p.category = register_->category(write, row.category);
    p.title = row.title;
    p.proposer_name = row.proposer;
    p.submitted_at = p.sorted_at = row.submitted_at;
    p.import_key = row.key;
    // Of a session made for an imported year nobody knows the deadline, so nothing is said of the timing.
    if (!register_->made(session)) {
      p.timing = row.submitted_at >= session.window_opens_at && row.submitted_at <= session.deadline_at
                     ? Timing::PLENARY
                     : Timing::ORDINARY;
    }
    if (collective(p.kind)) {
      p.proposer_organisation_id = register_->organisation(write, row.proposers.front(), p.kind);
      p.stamp_confirmed = true;  // it was accepted on paper then
    } else {
      add_signers(write, row, session, dossier);
    }
    ++report_.by_category[row.category];
    ++report_.by_session[session.title];
    ++report_.by_kind[p.kind];
    report_.unnamed_cosigners += row.unnamed > 0;
    if (row.title_joined && report_.joined_titles.size() < ImportReport::most_names)
      report_.joined_titles.push_back(row.line);
    if (write == nullptr) return;

    p.created_at = write->at;
    for (auto& signer : dossier.signers) signer.invited_at = write->at;
    p.serial = next_number(write->db, p.committee_id, session.id, "serial");
    const ProposalText text{p.committee_id, p.id, row.content, "", ""};
    write->db.insert("proposals", p);
    write->db.insert("proposal_texts", text);
    for (const auto& signer : dossier.signers) write->db.insert("signers", signer);
    const auto labels = labels_of(dossier);
    for (const auto& label : labels) {
      write->db.execute("INSERT INTO proposal_labels (committee_id, label, proposal_id) VALUES (?, ?, ?)",
                        p.committee_id, label, p.id);
    }
    index(*write, p, text, labels);
    store::LedgerEntry entry;
    entry.committee_id = p.committee_id;
    entry.action = "proposal.import";
    entry.subject_kind = "proposal";
    entry.subject_id = p.id;
    entry.to_state = enum_name(p.state);
    entry.detail = json::serialize(json::object{{"title", p.title},
                                                {"kind", enum_name(p.kind)},
                                                {"serial", *p.serial},
                                                {"number_in_file", row.number},
                                                {"source", options_.source},
                                                {"line", row.line},
                                                {"submitted_at", to_string(row.submitted_at)},
                                                {"import_key", row.key}});
    store::append(*write, entry);
    enter_page(write->db, p.committee_id, p.id);
  }

  void add_signers(store::Write* write, const ImportRow& row, const committee::Session& session, Dossier& dossier) {
    auto& p = dossier.proposal;
    auto names = row.proposers;
    names.insert(names.end(), row.cosigners.begin(), row.cosigners.end());
    std::set<Id> present;
    for (const auto& name : names) {
      const Id person = register_->person(write, name, session);
      if (!present.insert(person).second) continue;
      Signer signer;
      signer.committee_id = p.committee_id;
      signer.proposal_id = p.id;
      signer.person_id = person;
      signer.name = name;
      signer.role = dossier.signers.empty() ? SignerRole::FIRST : SignerRole::COSIGNER;
      signer.state = SignerState::SIGNED;
      signer.signed_at = row.submitted_at;
      dossier.signers.push_back(std::move(signer));
    }
    p.proposer_person_id = dossier.signers.front().person_id;
  }

  store::Database& database_;
  committee::Rules& rules_;
  text::TableReader& table_;
  const ImportOptions& options_;
  const std::function<void(const ImportFault&)>& on_fault_;
  ImportHeader header_;
  ImportReport report_;
  std::optional<ImportRegister> register_;
  std::unordered_set<ShortKey, ShortKeyHash> seen_;
};

}  // namespace

ImportReport import_proposals(store::Database& database, committee::Rules& rules, text::TableReader& table,
                              const ImportOptions& options, const std::function<void(const ImportFault&)>& on_fault) {
  return Import(database, rules, table, options, on_fault).run();
}

}  // namespace yizheng::proposals
