// The actions whose form is one text or only a confirmation: the name of the text in the body, and whether it must be given.
export interface SimpleSpec {
  field?: 'reason' | 'note' | 'text'
  required?: boolean
  rows?: number
  danger?: boolean
}

export const simpleActions: Record<string, SimpleSpec> = {
  submit: {},
  second: {},
  withdraw: { field: 'reason', required: true, danger: true },
  take: {},
  accept: {},
  'co-opinion': { field: 'text', required: true, rows: 8 },
  'handling-plan': { field: 'text', required: true, rows: 10 },
  'return-draft': { field: 'reason', required: true },
  urge: { field: 'text', required: true },
  'end-feedback': {},
  close: { field: 'note' },
  archive: {},
  'nominate-key': { field: 'reason', required: true },
  'supervision-report': { field: 'text', required: true, rows: 10 },
  instruct: { field: 'text', required: true },
  unrelease: { field: 'reason', required: true, danger: true },
}
