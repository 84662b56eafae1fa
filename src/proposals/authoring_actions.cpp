#include "proposals/authoring_actions.h"

#include <algorithm>

#include "identity/people.h"
#include "proposals/deadlines.h"
#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

using committee::OrganisationKind;

void check_text(Context& context, const DraftBody& body) {
  const auto& limits = context.pack().text_limits;
  require_text("/title", body.title, limits.title_hard_max);
  require_text("/body", body.body, limits.body_hard_max);
  limit_text("/suggestions", body.suggestions.value_or(""), limits.body_hard_max);
  limit_text("/suggested_units", body.suggested_units.value_or(""), 200);
  limit_text("/no_publication_reason", body.no_publication_reason.value_or(""), 500);
  committee::require_choice(context.write.db, context.pack(), context.committee_id(), "categories", "/category",
                            body.category);
  if (!body.consents_to_publication.value_or(true)) {
    require_text("/no_publication_reason", body.no_publication_reason.value_or(""), 500);
  }
}

void take_over(Proposal& p, const DraftBody& body) {
  p.title = body.title;
  p.category = body.category;
  p.consents_to_publication = body.consents_to_publication.value_or(true);
  p.no_publication_reason = body.no_publication_reason.value_or("");
  p.from_research = body.from_research.value_or(false);
  p.repeated = body.repeated.value_or(false);
  p.stamp_confirmed = body.stamp_confirmed.value_or(false);
  p.suggested_units = body.suggested_units.value_or("");
}

bool fits(ProposerKind kind, const committee::Organisation& organisation) {
  switch (kind) {
    case ProposerKind::COLLECTIVE_PARTY:
      return organisation.kind == OrganisationKind::PARTICIPATING_UNIT && organisation.subkind == "PARTY";
    case ProposerKind::COLLECTIVE_ORG:
      return organisation.kind == OrganisationKind::PARTICIPATING_UNIT && organisation.subkind != "PARTY";
    case ProposerKind::COLLECTIVE_SECTOR:
      return organisation.kind == OrganisationKind::SECTOR;
    case ProposerKind::COLLECTIVE_GROUP:
      return organisation.kind == OrganisationKind::ACTIVITY_GROUP ||
             organisation.kind == OrganisationKind::TOWNSHIP_LIAISON_GROUP;
    case ProposerKind::COLLECTIVE_COMMITTEE:
      return organisation.kind == OrganisationKind::SPECIAL_COMMITTEE;
    default:
      return false;
  }
}

void set_collective_proposer(Context& context, Proposal& p, const DraftBody& body) {
  if (!context.caller.may("proposal.write_collective")) {
    throw forbidden("您的账号不能代表单位提交集体提案。", "Your account may not submit collective proposals.");
  }
  const auto organisation =
      body.organisation_id ? committee::organisation(context.write.db, context.committee_id(), *body.organisation_id)
                           : std::nullopt;
  if (!organisation || !organisation->active || !fits(p.kind, *organisation)) {
    throw invalid_field("/organisation_id", "请选择与提案类别相符的提案单位。",
                        "Choose an organisation that fits the kind of proposal.");
  }
  p.proposer_organisation_id = organisation->id;
  p.proposer_name = organisation->name;
  if (!stands(Relation::FIRST_PROPOSER, context.caller, context.pack(), Dossier{p, {}, {}, {}})) {
    throw forbidden("您没有被授权代表这个单位。", "You are not authorised to act for this organisation.");
  }
}

identity::Person require_member(Context& context, Id person_id, const std::string& field) {
  const auto person = identity::person(context.write.db, context.committee_id(), person_id);
  const auto membership = identity::active_membership(context.write.db, context.committee_id(), person_id);
  if (!person || !membership) {
    throw invalid_field(field, "只有本届在任委员可以提出或联署提案。",
                        "Only members of the current term may propose or co-sign.");
  }
  return *person;
}

Instant last_moment_of(Date day) { return Instant{start_of(day + 1).ms - 1}; }

// Session, timing and serial number of a first submission (§2.4); what is refused then, too. Returns the session's
// title.
std::string enter_session(Context& context, Proposal& p) {
  const auto session = committee::session_at(context.write.db, context.committee_id(), context.write.at);
  if (!session) {
    throw conflict("no_session", "还没有开启征集的届次,请联系提案委员会办公室。",
                   "No session has opened for proposals yet. Ask the proposal committee's office.");
  }
  const bool plenary = context.write.at >= session->window_opens_at && context.write.at <= session->deadline_at;
  p.timing = plenary ? Timing::PLENARY : Timing::ORDINARY;
  if (!plenary && (p.kind == ProposerKind::COLLECTIVE_SECTOR || p.kind == ProposerKind::COLLECTIVE_GROUP)) {
    throw conflict("plenary_only", "界别提案、小组提案只能在全体会议期间提出。",
                   "Proposals of sectors and groups are taken only during the plenary.");
  }
  p.session_id = session->id;
  p.serial = next_number(context.write.db, context.committee_id(), session->id, "serial");
  p.submitted_at = context.write.at;
  p.sorted_at = context.write.at;
  return session->title;
}

// The checks at submission and what it sets; the state is the caller's to write. Returns the title of the session that
// it enters by this.
std::string enter(Context& context, Dossier& dossier) {
  auto& p = dossier.proposal;
  const bool needs_stamp = p.kind == ProposerKind::COLLECTIVE_PARTY || p.kind == ProposerKind::COLLECTIVE_ORG ||
                           p.kind == ProposerKind::COLLECTIVE_COMMITTEE;
  if (needs_stamp && !p.stamp_confirmed) {
    throw conflict(
        "stamp_missing", "集体提案须确认已署名盖章。请在提案中勾选“已署名盖章”后再提交。",
        "A collective proposal needs its organisation's name and stamp. Confirm that it is stamped, then submit.");
  }
  if (!collective(p.kind)) {
    const bool joint = std::any_of(dossier.signers.begin(), dossier.signers.end(), [](const Signer& s) {
      return s.role == SignerRole::COSIGNER && s.state == SignerState::SIGNED;
    });
    p.kind = joint ? ProposerKind::JOINT : ProposerKind::INDIVIDUAL;
  }
  std::string session_title;
  if (!p.submitted_at) session_title = enter_session(context, p);
  p.state = ProposalState::SUBMITTED;
  return session_title;
}

}  // namespace

PageContents begin_proposal(Context& context, const DraftBody& body) {
  check_text(context, body);
  auto& write = context.write;
  PageContents page;
  auto& dossier = page.dossier;
  auto& p = dossier.proposal;
  p.committee_id = context.committee_id();
  p.id = new_id();
  p.kind = body.kind.value_or(ProposerKind::INDIVIDUAL);
  p.created_by = context.caller.account_id;
  p.created_at = p.sorted_at = write.at;
  take_over(p, body);
  if (collective(p.kind)) {
    set_collective_proposer(context, p, body);
  } else {
    if (!context.caller.may("proposal.write") || !context.caller.person_id) {
      throw forbidden("只有委员可以提出委员提案。", "Only members may write a member's proposal.");
    }
    const auto person = require_member(context, context.caller.person_id, "/kind");
    p.proposer_person_id = person.id;
    p.proposer_name = person.name;
    dossier.signers.push_back({p.committee_id, p.id, person.id, person.name, SignerRole::FIRST, SignerState::SIGNED,
                               write.at, write.at, context.address, ""});
  }
  const bool submit = body.submit.value_or(false);
  if (submit) page.view.session_title = enter(context, dossier);

  const ProposalText text{p.committee_id, p.id, body.body, body.suggestions.value_or(""), ""};
  write.db.insert("proposals", p);
  write.db.insert("proposal_texts", text);
  for (const auto& signer : dossier.signers) write.db.insert("signers", signer);
  const auto labels = labels_of(dossier);
  for (const auto& label : labels) {
    write.db.execute("INSERT INTO proposal_labels (committee_id, label, proposal_id) VALUES (?, ?, ?)", p.committee_id,
                     label, p.id);
  }
  index(write, p, text, labels);
  json::object detail{{"title", p.title}, {"kind", enum_name(p.kind)}};
  if (p.serial) detail["serial"] = *p.serial;
  record(context, p.id, submit ? "submit" : "create", "", enum_name(p.state), detail);
  page.view.body = text.body;
  page.view.suggestions = text.suggestions;
  return page;
}

Id create_proposal(Context& context, const DraftBody& body) {
  return begin_proposal(context, body).dossier.proposal.id;
}

namespace {

// The last moment of the time the pack gives for signing, counted from today.
Instant end_of_signing(Context& context) {
  const auto calendar = context.rules.calendar(context.write.db, context.committee_id());
  const auto rule = context.pack().deadline("cosign");
  return last_moment_of(committee::compute_deadline(rule, context.today(), *calendar).due);
}

// What was signed must not change under the signatures (§2.2). True where somebody had signed.
bool ask_signers_again(Context& context, Change& change) {
  auto& p = change.proposal();
  bool asked_again = false;
  for (auto& signer : change.dossier.signers) {
    if (signer.role == SignerRole::FIRST || signer.state != SignerState::SIGNED) continue;
    signer.state = SignerState::WAITING;
    signer.signed_at.reset();
    save(context.write.db, signer);
    change.tell("cosign", identity::accounts_of_person(context.write.db, p.committee_id, signer.person_id));
    // The time for signing may be over since long, where the proposal was returned.
    auto& until = signer.role == SignerRole::SECONDER ? p.second_until : p.cosign_until;
    if (!until || *until < context.write.at) until = end_of_signing(context);
    asked_again = true;
  }
  if (asked_again) change.detail["signatures"] = "asked again";
  return asked_again;
}

}  // namespace

void edit_proposal(Context& context, Id id, const DraftBody& body) {
  check_text(context, body);
  auto change = Change::of_proposal(context, id, "edit");
  auto& p = change.proposal();
  if (body.kind && *body.kind != p.kind && (collective(*body.kind) || collective(p.kind))) {
    throw invalid_field("/kind", "提案者类别在建立后不能更改,请另建一件。",
                        "The kind of proposer cannot change. Write a new proposal.");
  }
  const auto title_before = p.title;
  take_over(p, body);
  auto text = text_of(context.write.db, p.committee_id, p.id);
  const bool other_text =
      title_before != p.title || text.body != body.body || text.suggestions != body.suggestions.value_or("");
  if (other_text && ask_signers_again(context, change) && body.submit.value_or(false)) {
    throw conflict("signatures_missing", "提案内容已改动,已签名的联名委员须重新签名。请先保存,待他们签名后再提交。",
                   "The text has changed, so those who signed must sign again. Save it first, and submit it once they "
                   "have signed.");
  }
  text.body = body.body;
  text.suggestions = body.suggestions.value_or("");
  save(context.write.db, text);
  change.text_changed();
  change.detail["title"] = p.title;
  change.finish();
  if (body.submit.value_or(false)) {
    context.expected_version.reset();
    submit_proposal(context, id);
  }
}

void delete_proposal(Context& context, Id id) {
  auto change = Change::of_proposal(context, id, "delete");
  const auto state = enum_name(change.proposal().state);
  erase_draft(context.write.db, context.committee_id(), id);
  store::remove_document(context.write, context.committee_id(), "proposal", id);
  record(context, id, "delete", state, "", {});
}

void invite_signers(Context& context, Id id, const InviteBody& body) {
  auto change = Change::of_proposal(context, id, "invite");
  auto& p = change.proposal();
  if (collective(p.kind)) {
    throw conflict("wrong_kind", "集体提案不邀请委员联名。", "A collective proposal has no co-signers.");
  }
  const Instant end = body.until ? last_moment_of(*body.until) : end_of_signing(context);
  if (end < context.write.at) {
    throw invalid_field("/until", "联名截止日期不能早于今天。", "The last day for signing may not lie in the past.");
  }
  const auto add = [&](const std::vector<Id>& people, SignerRole role, const std::string& field) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      const auto place = field + "/" + std::to_string(i);
      if (people[i] == p.proposer_person_id) {
        throw invalid_field(place, "第一提案人不必邀请自己。", "The first proposer need not invite himself.");
      }
      const auto known = std::find_if(change.dossier.signers.begin(), change.dossier.signers.end(),
                                      [&](const Signer& s) { return s.person_id == people[i]; });
      if (known != change.dossier.signers.end()) {
        if (known->state != SignerState::REFUSED && known->state != SignerState::EXPIRED) continue;
        known->state = SignerState::WAITING;
        known->invited_at = context.write.at;
        save(context.write.db, *known);
      } else {
        const auto person = require_member(context, people[i], place);
        Signer signer{p.committee_id,   p.id, person.id, person.name, role, SignerState::WAITING,
                      context.write.at, {},   "",        ""};
        context.write.db.insert("signers", signer);
        change.dossier.signers.push_back(signer);
      }
      change.tell("cosign", identity::accounts_of_person(context.write.db, p.committee_id, people[i]));
    }
  };
  if (body.cosigners.size() + body.seconders.value_or(std::vector<Id>{}).size() > 300) {
    throw invalid_field("/cosigners", "一次最多邀请 300 人。", "At most 300 people may be invited.");
  }
  add(body.cosigners, SignerRole::COSIGNER, "/cosigners");
  add(body.seconders.value_or(std::vector<Id>{}), SignerRole::SECONDER, "/seconders");
  p.cosign_until = end;
  if (body.seconders && !body.seconders->empty()) p.second_until = end;
  if (p.state == ProposalState::DRAFT) p.state = ProposalState::COSIGNING;
  change.detail["invited"] = body.cosigners.size();
  change.detail["until"] = to_string(local_date(end));
  change.finish();
}

namespace {

void sign(Context& context, Change& change, bool agrees, std::string opinion) {
  auto& p = change.proposal();
  const auto mine = std::find_if(change.dossier.signers.begin(), change.dossier.signers.end(),
                                 [&](const Signer& s) { return s.person_id == context.caller.person_id; });
  const auto& until = mine->role == SignerRole::SECONDER ? p.second_until : p.cosign_until;
  if (until && context.write.at > *until) {
    throw conflict("too_late", "联名期限已过。如仍愿联名,请第一提案人重新邀请。",
                   "The time for signing is over. Ask the first proposer to invite you again.");
  }
  mine->state = agrees ? SignerState::SIGNED : SignerState::REFUSED;
  mine->signed_at = context.write.at;
  mine->address = context.address;
  mine->opinion = std::move(opinion);
  save(context.write.db, *mine);
  change.detail["role"] = enum_name(mine->role);
  change.detail["signed"] = agrees;
  if (p.proposer_person_id) {
    change.tell(agrees ? "signed" : "refused",
                identity::accounts_of_person(context.write.db, p.committee_id, *p.proposer_person_id));
  }
  change.finish();
}

}  // namespace

void cosign_proposal(Context& context, Id id, const CosignBody& body) {
  auto change = Change::of_proposal(context, id, "cosign");
  limit_text("/opinion", body.opinion.value_or(""), 500);
  sign(context, change, body.sign, body.opinion.value_or(""));
}

void second_proposal(Context& context, Id id) {
  auto change = Change::of_proposal(context, id, "second");
  const bool seconder = std::any_of(change.dossier.signers.begin(), change.dossier.signers.end(), [&](const Signer& s) {
    return s.person_id == context.caller.person_id && s.role == SignerRole::SECONDER;
  });
  if (!seconder)
    throw conflict("not_seconder", "您被邀请联名而非附议。请使用“联名”操作。",
                   "You were invited to co-sign, not to second. Use co-sign.");
  sign(context, change, true, "");
}

void submit_proposal(Context& context, Id id) {
  auto change = Change::of_proposal(context, id, "submit");
  auto& p = change.proposal();
  enter(context, change.dossier);
  // Who has not signed by now no longer can; seconders may, until their own date (附议期限).
  for (auto& signer : change.dossier.signers) {
    if (signer.state == SignerState::WAITING && signer.role == SignerRole::COSIGNER) {
      signer.state = SignerState::EXPIRED;
      save(context.write.db, signer);
    }
  }
  change.detail["serial"] = *p.serial;
  change.detail["timing"] = enum_name(*p.timing);
  change.text_changed();  // its place in the order of search results is that of its submission
  change.finish();
}

void withdraw_proposal(Context& context, Id id, const ReasonBody& body) {
  auto change = Change::of_proposal(context, id, "withdraw");
  require_text("/reason", body.reason, 1000);
  change.proposal().state = ProposalState::WITHDRAWN;
  change.proposal().review_explanation = body.reason;
  change.proposal().closed_at = context.write.at;
  change.detail["reason"] = body.reason;
  change.tell_proposers("withdrawn");
  change.finish();
}

}  // namespace yizheng::proposals
