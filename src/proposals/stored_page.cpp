#include "proposals/stored_page.h"

#include <algorithm>

#include "proposals/page_form.h"  // made by the build: cmake/page_form.cmake
#include "proposals/page_pieces.h"
#include "proposals/view.h"

namespace yizheng::proposals {
namespace {

// proposal_pages.form: who made the page.
constexpr std::int64_t outdated = 0;
constexpr std::int64_t not_kept = 1;  // in a merger: made from the records at each read
static_assert(page_form > not_kept);

constexpr std::string_view end_of_page = "]}";  // behind it the actions, which differ by caller

// What decides who sees the proposal and what he may do: its labels, and the fields that lifecycle and visibility ask
// for.
void put_id(std::string& out, const std::optional<Id>& id) {
  store::put_varint(out, static_cast<std::uint64_t>(id.value_or(Id{}).value));
}
void put_text(std::string& out, std::string_view text) {
  store::put_varint(out, text.size());
  out += text;
}
template <class E>
void put_enum(std::string& out, E value) {
  store::put_varint(out, static_cast<std::uint64_t>(value));
}

std::string encode_facts(const Dossier& dossier, const std::vector<Reply>& replies) {
  const auto& p = dossier.proposal;
  std::string out;
  const auto labels = labels_of(dossier);
  store::put_varint(out, labels.size());
  for (const auto& label : labels) put_text(out, label);
  store::put_varint(out, static_cast<std::uint64_t>(p.version));
  put_enum(out, p.state);
  put_enum(out, p.kind);
  put_enum(out, p.key_state);
  store::put_varint(out, (p.consents_to_publication ? 1U : 0U) | (p.released_at ? 2U : 0U) |
                             (p.reply_released ? 4U : 0U) | (p.replied_at ? 8U : 0U) | (dossier.key ? 16U : 0U) |
                             (std::any_of(replies.begin(), replies.end(), publishable) ? 32U : 0U));
  put_id(out, p.proposer_person_id);
  put_id(out, p.proposer_organisation_id);
  store::put_varint(out, dossier.signers.size());
  for (const auto& signer : dossier.signers) {
    put_id(out, signer.person_id);
    put_enum(out, signer.role);
    put_enum(out, signer.state);
  }
  store::put_varint(out, dossier.assignments.size());
  for (const auto& a : dossier.assignments) {
    put_id(out, a.id);
    put_id(out, a.unit_id);
    put_text(out, a.system);
    put_enum(out, a.role);
    put_enum(out, a.state);
    store::put_varint(out, a.return_reason.empty() ? 0 : 1);
  }
  if (dossier.key) {
    put_id(out, dossier.key->handling_leader_account_id);
    put_id(out, dossier.key->supervising_leader_account_id);
  }
  return out;
}

class FactsReader {
 public:
  explicit FactsReader(std::string_view bytes) : at_(store::bytes_of(bytes)), end_(at_ + bytes.size()) {}

  void read(std::vector<std::string>& labels, Dossier& dossier, std::vector<Reply>& replies) {
    auto& p = dossier.proposal;
    labels.resize(number());
    for (auto& label : labels) label = text();
    p.version = static_cast<std::int64_t>(number());
    p.state = code<ProposalState>();
    p.kind = code<ProposerKind>();
    p.key_state = code<KeyState>();
    const auto flags = number();
    p.consents_to_publication = (flags & 1) != 0;
    if ((flags & 2) != 0) p.released_at.emplace();
    p.reply_released = (flags & 4) != 0;
    if ((flags & 8) != 0) p.replied_at.emplace();
    p.proposer_person_id = id();
    p.proposer_organisation_id = id();
    dossier.signers.resize(number());
    for (auto& signer : dossier.signers) {
      signer.person_id = id().value_or(Id{});
      signer.role = code<SignerRole>();
      signer.state = code<SignerState>();
    }
    dossier.assignments.resize(number());
    for (auto& a : dossier.assignments) {
      a.id = id().value_or(Id{});
      a.unit_id = id().value_or(Id{});
      a.system = text();
      a.role = code<UnitRole>();
      a.state = code<AssignmentState>();
      if (number() != 0) a.return_reason = "-";
    }
    if ((flags & 16) != 0) {
      auto& key = dossier.key.emplace();
      key.handling_leader_account_id = id();
      key.supervising_leader_account_id = id();
    }
    if ((flags & 32) != 0) {  // one stands for all that could be released
      auto& reply = replies.emplace_back();
      reply.state = ReplyState::SENT;
      reply.publishable = true;
    }
  }

 private:
  std::uint64_t number() { return store::get_varint(at_, end_); }
  template <class E>
  E code() {
    return static_cast<E>(number());
  }
  std::optional<Id> id() {
    const auto value = static_cast<std::int64_t>(number());
    return value == 0 ? std::nullopt : std::optional(Id{value});
  }
  std::string_view text() {
    const auto size = number();
    if (size > static_cast<std::uint64_t>(end_ - at_)) throw std::runtime_error("a stored page is damaged");
    const std::string_view found(reinterpret_cast<const char*>(at_), size);
    at_ += size;
    return found;
  }
  const unsigned char* at_;
  const unsigned char* end_;
};

// The facts, with their size before them, and the pieces.
std::string encode_page(PageContents page) {
  std::string bytes;
  put_text(bytes, encode_facts(page.dossier, page.view.replies));
  take_from_dossier(page.view, std::move(page.dossier));
  std::array<ProposalView, page_depths> views{page.view, page.view, page.view};
  for (std::size_t i = 0; i < page_depths; ++i)
    reduce(views[i], static_cast<Depth>(static_cast<std::size_t>(Depth::RELEASED) + i), page.public_body);
  PagePieces pieces;
  pieces.add_json<ProposalView>({&views[0], &views[1], &views[2]});
  return bytes + pieces.take(end_of_page);
}

ReadyPage decode_page(std::string_view bytes, const http::Caller& caller, const committee::Pack& pack) {
  const auto* at = store::bytes_of(bytes);
  const auto size = store::get_varint(at, at + bytes.size());
  const auto start = static_cast<std::size_t>(at - store::bytes_of(bytes));
  if (size > bytes.size() - start) throw std::runtime_error("a stored page is damaged");
  std::vector<std::string> labels;
  Dossier dossier;
  std::vector<Reply> replies;
  FactsReader(bytes.substr(start, size)).read(labels, dossier, replies);
  const auto depth = depth_of(labels, caller, pack);
  if (depth == Depth::NONE) throw no_such_proposal();
  ReadyPage page;
  page.version = dossier.proposal.version;
  page.json.reserve(bytes.size() + 512);
  append_pieces(page.json, bytes.substr(start + size),
                static_cast<std::size_t>(depth) - static_cast<std::size_t>(Depth::RELEASED));
  bool first = true;
  for (const auto& action : open_actions(caller, pack, dossier, replies)) {
    if (!first) page.json += ',';
    first = false;
    write_json(page.json, action);
  }
  page.json += end_of_page;
  return page;
}

}  // namespace

std::optional<ReadyPage> find_ready_page(store::Connection& db, const http::Caller& caller, const committee::Pack& pack,
                                         Id proposal_id) {
  std::optional<ReadyPage> page;
  const std::array<store::Value, 3> key{caller.committee_id.value, proposal_id.value, page_form};
  const auto bytes = store::ColumnKind::BYTES;
  db.run("SELECT page FROM proposal_pages WHERE committee_id = ? AND proposal_id = ? AND form = ?", {&bytes, 1}, key,
         [&](const store::RowView& row) {
           page = decode_page(row.text(0), caller, pack);
           return false;
         });
  return page;
}

void enter_page(store::Connection& db, Id committee_id, Id proposal_id) {
  db.execute("INSERT INTO proposal_pages (committee_id, proposal_id, form, page) VALUES (?, ?, ?, ?)", committee_id,
             proposal_id, outdated, store::Bytes{});
}

void outdate_page(store::Connection& db, Id committee_id, Id proposal_id, bool submitted) {
  const auto known =
      db.execute("UPDATE proposal_pages SET form = ?, page = ? WHERE committee_id = ? AND proposal_id = ?", outdated,
                 store::Bytes{}, committee_id, proposal_id);
  if (known == 0 && submitted) enter_page(db, committee_id, proposal_id);
}

void remove_page(store::Connection& db, Id committee_id, Id proposal_id) {
  db.execute("DELETE FROM proposal_pages WHERE committee_id = ? AND proposal_id = ?", committee_id, proposal_id);
}

std::vector<PageKey> outdated_pages(store::Connection& db, std::size_t most) {
  std::vector<PageKey> found;
  // Three ranges of the index by form: outdated by a change, and made by another build.
  for (const std::string_view which : {"form = 0", "form > 1 AND form < ?", "form > ?"}) {
    if (found.size() >= most) break;
    std::vector<store::Value> parameters;
    if (which.ends_with('?')) parameters.emplace_back(page_form);
    parameters.emplace_back(static_cast<std::int64_t>(most - found.size()));
    auto more = db.select_with<PageKey>(
        "SELECT committee_id, proposal_id FROM proposal_pages WHERE " + std::string(which) + " LIMIT ?", parameters);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

void make_page(store::Connection& db, const PageKey& key) {
  const auto form = db.select_one<std::int64_t>(
      "SELECT form FROM proposal_pages WHERE committee_id = ? AND proposal_id = ?", key.committee_id, key.proposal_id);
  if (!form || *form == page_form || *form == not_kept) return;
  auto page = load_page(db, key.committee_id, key.proposal_id);
  if (!page) return remove_page(db, key.committee_id, key.proposal_id);
  const bool merged = page->has_merged || page->dossier.proposal.merged_into_id;
  db.execute("UPDATE proposal_pages SET form = ?, page = ? WHERE committee_id = ? AND proposal_id = ?",
             merged ? not_kept : page_form, store::Bytes{merged ? std::string() : encode_page(std::move(*page))},
             key.committee_id, key.proposal_id);
}

}  // namespace yizheng::proposals
