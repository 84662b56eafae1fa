// The figures of DOMAIN.md §2.13, counted from the proposals as their pages show them. Independent of src/proposals/statistics.cpp.
const HALF_UP = (numerator, denominator) =>
  denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator)) / 100;
const GIVEN = new Set(['SATISFIED', 'BASICALLY', 'UNSATISFIED']);

// `views`: every ProposalView of the scope. Gives code → [numerator, denominator (null for a count)].
export function figuresOf(views, today) {
  const all = views.map((view) => ({ ...view, p: view.proposal }));
  const count = (test) => all.filter(test).length;
  const inState = (state) => count(({ p }) => p.state === state);
  const filed = all.filter(({ p }) => p.number && p.state !== 'MERGED');
  const of = (list, test) => list.filter(test).length;
  const collective = ({ p }) => p.kind.startsWith('COLLECTIVE_');
  const replied = filed
    .filter(({ replies }) => replies.some((one) => one.state === 'SENT'))
    .filter(({ p }) => p.replied_at);
  const due = filed.filter(({ p }) => p.assigned_at && (p.replied_at || (p.due_on && p.due_on < today)));
  const answered = all.filter(({ p }) => GIVEN.has(p.satisfaction_result));
  const attitudes = all.filter(({ p }) => GIVEN.has(p.satisfaction_attitude));
  const promises = all.flatMap((view) => view.promises).filter((one) => one.state !== 'OPEN' || one.due_on <= today);
  const key = all.filter(({ p }) => p.key_state === 'KEY');
  return {
    received: [all.length, null],
    filed: [filed.length, null],
    filed_before_merging: [count(({ p }) => p.number), null],
    merged: [inState('MERGED'), null],
    to_suggestion: [inState('TO_SUGGESTION'), null],
    to_opinion_report: [inState('TO_OPINION_REPORT'), null],
    as_letter: [inState('AS_LETTER'), null],
    not_filed: [inState('NOT_FILED'), null],
    withdrawn: [inState('WITHDRAWN'), null],
    in_review: [
      count(({ p }) => ['SUBMITTED', 'PRELIM_REVIEW', 'REVIEW', 'RETURNED_FOR_REVISION'].includes(p.state)),
      null,
    ],
    key: [key.length, null],
    supervision_acts: [all.flatMap((view) => view.supervision_acts).length, null],
    rehandled: [count(({ p }) => p.round > 1), null],
    second_assignments: [
      all
        .filter(({ p }) => p.state !== 'MERGED')
        .flatMap((view) => view.assignments)
        .filter((one) => one.second).length,
      null,
    ],
    filing_rate: [filed.length, all.length],
    member_share: [of(filed, (one) => !collective(one)), filed.length],
    collective_share: [of(filed, collective), filed.length],
    party_share_of_collective: [of(filed, ({ p }) => p.kind === 'COLLECTIVE_PARTY'), of(filed, collective)],
    reply_rate: [replied.length, due.length],
    on_time_reply_rate: [
      of(replied, ({ replies }) => replies.filter((one) => one.state === 'SENT').every((one) => one.on_time)),
      due.length,
    ],
    closing_rate: [of(filed, ({ p }) => ['CLOSED', 'TRACKING', 'ARCHIVED'].includes(p.state)), filed.length],
    contact_rate: [of(replied, ({ contacts }) => contacts.length > 0), replied.length],
    satisfied_rate: [of(answered, ({ p }) => p.satisfaction_result === 'SATISFIED'), answered.length],
    satisfied_or_basic_rate: [of(answered, ({ p }) => p.satisfaction_result !== 'UNSATISFIED'), answered.length],
    unsatisfied_rate: [of(answered, ({ p }) => p.satisfaction_result === 'UNSATISFIED'), answered.length],
    attitude_satisfied_rate: [of(attitudes, ({ p }) => p.satisfaction_attitude === 'SATISFIED'), attitudes.length],
    resolved_rate: [of(replied, ({ p }) => p.result_class === 'A'), replied.length],
    planned_rate: [of(replied, ({ p }) => p.result_class === 'B'), replied.length],
    adopted_rate: [of(replied, ({ p }) => 'AB'.includes(p.result_class)), replied.length],
    promise_kept_rate: [promises.filter((one) => one.state === 'KEPT').length, promises.length],
    party_share_of_key: [of(key, ({ p }) => ['COLLECTIVE_PARTY', 'COLLECTIVE_ORG'].includes(p.kind)), key.length],
  };
}

// How the server's figures differ from these; [] where they agree.
export function differences(served, counted) {
  const wrong = [];
  for (const [code, [numerator, denominator]] of Object.entries(counted)) {
    const found = served.find((one) => one.code === code);
    const value = denominator === null ? numerator : HALF_UP(numerator, denominator);
    const same =
      found &&
      found.numerator === numerator &&
      (found.value ?? null) === value &&
      (denominator === null || found.denominator === denominator);
    if (!same) wrong.push(`${code}: counted ${numerator}/${denominator} = ${value}, served ${JSON.stringify(found)}`);
  }
  return wrong;
}
