// The words of scenarios and the codes of the program (DOMAIN: states, review results, satisfaction).
const table = (what, words) => (word) => {
  if (!(word in words)) throw new Error(`“${word}” is no ${what}; known: ${Object.keys(words).join('、')}`);
  return words[word];
};

export const state = table('state of a proposal', {
  草稿: 'DRAFT',
  联名中: 'COSIGNING',
  已提交: 'SUBMITTED',
  初审: 'PRELIM_REVIEW',
  审查: 'REVIEW',
  退回修改: 'RETURNED_FOR_REVISION',
  不予立案: 'NOT_FILED',
  转意见建议: 'TO_SUGGESTION',
  转社情民意: 'TO_OPINION_REPORT',
  作来信处理: 'AS_LETTER',
  撤案: 'WITHDRAWN',
  并案: 'MERGED',
  立案: 'FILED',
  待交办: 'ASSIGNING',
  已交办: 'ASSIGNED',
  申请退回: 'RETURN_REQUESTED',
  已签收: 'ACCEPTED',
  办理中: 'HANDLING',
  申请延期: 'EXTENSION_REQUESTED',
  已拟答复: 'REPLY_DRAFTED',
  答复审核中: 'REPLY_UNDER_CHECK',
  答复退回: 'REPLY_SENT_BACK',
  已答复: 'REPLIED',
  已反馈: 'FEEDBACK_DONE',
  重新办理: 'REHANDLING',
  办结: 'CLOSED',
  跟踪办理: 'TRACKING',
  归档: 'ARCHIVED',
});
export const assignmentState = table('state of an assignment', {
  已交办: 'ASSIGNED',
  申请退回: 'RETURN_REQUESTED',
  已签收: 'ACCEPTED',
  办理中: 'HANDLING',
  申请延期: 'EXTENSION_REQUESTED',
  已拟答复: 'REPLY_DRAFTED',
  答复审核中: 'REPLY_UNDER_CHECK',
  答复退回: 'REPLY_SENT_BACK',
  已提意见: 'OPINION_GIVEN',
  已答复: 'REPLIED',
  重新办理: 'REHANDLING',
  作废: 'VOID',
});
export const reviewResult = table('result of review', {
  立案: 'FILED',
  并案: 'MERGED',
  转意见建议: 'TO_SUGGESTION',
  转社情民意: 'TO_OPINION_REPORT',
  作来信处理: 'AS_LETTER',
  不予立案: 'NOT_FILED',
  退回修改: 'RETURNED_FOR_REVISION',
});
export const satisfaction = table('satisfaction', {
  满意: 'SATISFIED',
  基本满意: 'BASICALLY',
  不满意: 'UNSATISFIED',
  未表态: 'NOT_STATED',
  逾期未答: 'DEEMED_NONE',
});
export const unitRole = table('role of a unit', { 单办: 'SOLE', 主办: 'LEAD', 会办: 'CO', 分办: 'SEPARATE' });
