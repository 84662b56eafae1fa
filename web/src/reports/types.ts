// Short names for what the reports room answers.
import type { Schemas } from '@/api/types'

export type ReportRow = Schemas['ReportRow']
export type ReportDocument = Schemas['ReportDocument']
export type ReportView = Schemas['ReportView']
export type ClaimView = Schemas['ClaimView']
export type RepairView = Schemas['RepairView']
export type CheckView = Schemas['CheckView']
export type RecordVerdict = Schemas['RecordVerdict']
export type IndicatorView = Schemas['IndicatorView']
export type ComparisonView = Schemas['ComparisonView']
export type ComparisonRow = Schemas['ComparisonRow']
export type ComparisonMention = Schemas['ComparisonMention']
export type MappingView = Schemas['MappingView']
