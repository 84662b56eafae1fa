// What the pages of reports ask of the server.
import { api, ifMatch, take } from '@/api/client'
import { connectionLost, ProblemError, problemOf } from '@/api/problem'
import type { Schemas } from '@/api/types'
import type { IndicatorView, RepairView, ReportDocument, ReportRow } from './types'

export const uploadLimit = 20 * 1024 * 1024

export interface Told {
  title?: string
  about?: string
  year?: string
  source?: string
  own?: string
}

/** Sends a file, or pasted text as one, and tells how far it is; fetch cannot, hence XMLHttpRequest. */
export function loadReport(
  content: Blob,
  name: string,
  told: Told,
  csrf: string,
  progress: (percent: number) => void,
): Promise<ReportRow> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ name })
    for (const [key, value] of Object.entries(told)) if (value) query.set(key, value)
    request.open('POST', `/api/v1/reports?${query}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('X-CSRF-Token', csrf)
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    request.responseType = 'json'
    request.upload.onprogress = (event) =>
      event.lengthComputable && progress(Math.round((event.loaded / event.total) * 100))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as ReportRow)
      else reject(new ProblemError(problemOf(request.status, request.response)))
    }
    request.onerror = () => reject(connectionLost())
    request.send(content)
  })
}

const of = (id: string) => ({ path: { id } })

export const getReport = (id: string) => take(api.GET('/api/v1/reports/{id}', { params: of(id) }))
export const getCounts = (id: string) => take(api.GET('/api/v1/reports/{id}/counts', { params: of(id) }))
export const getSource = (id: string) => take(api.GET('/api/v1/reports/{id}/source', { params: of(id) }))
export const listReports = (after?: string) =>
  take(api.GET('/api/v1/reports', { params: { query: { after, limit: 50 } } }))
export const deleteReport = (id: string) => take(api.DELETE('/api/v1/reports/{id}', { params: of(id) }))
export const changeReport = (document: ReportDocument, body: Schemas['ReportBody']) =>
  take(api.PUT('/api/v1/reports/{id}', { params: of(document.id), body, headers: ifMatch(document.version) }))
export const chooseRepair = (id: string, repair: RepairView, apply: boolean | undefined) =>
  take(
    api.POST('/api/v1/reports/{id}/repairs', {
      params: of(id),
      body: { kind: repair.kind, source_start: repair.source_start, source_end: repair.source_end, apply },
    }),
  )
export const learnMapping = (body: Schemas['MappingBody']) => take(api.POST('/api/v1/report-mappings', { body }))
export const forgetMapping = (id: string) => take(api.DELETE('/api/v1/report-mappings/{id}', { params: of(id) }))
export const getMappings = async () => (await take(api.GET('/api/v1/report-mappings'))).items
export const compareReports = (documents: string[]) =>
  take(api.GET('/api/v1/report-comparison', { params: { query: { documents } } }))

let indicators: Promise<IndicatorView[]> | null = null
/** The catalogue of figures, asked once. */
export function getIndicators(): Promise<IndicatorView[]> {
  indicators ??= take(api.GET('/api/v1/indicators')).then(
    (answer) => answer.items,
    (error: unknown) => {
      indicators = null
      throw error
    },
  )
  return indicators
}
