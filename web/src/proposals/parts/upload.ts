// Uploads a file with progress; fetch tells none, so this one request uses XMLHttpRequest.
import { problemOf as problemIn, ProblemError, connectionLost } from '@/api/problem'
import type { Attachment, Id } from '../types'

export const uploadLimit = 20 * 1024 * 1024
export const uploadTypes = [
  '.pdf',
  '.docx',
  '.xlsx',
  '.pptx',
  '.doc',
  '.xls',
  '.ofd',
  '.png',
  '.jpg',
  '.jpeg',
  '.txt',
  '.zip',
]

export function uploadAttachment(
  proposal: Id,
  file: File,
  owner: 'proposal' | 'reply' | 'feedback',
  csrf: string,
  progress: (percent: number) => void,
): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ name: file.name, owner })
    request.open('POST', `/api/v1/proposals/${proposal}/attachments?${query}`)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('X-CSRF-Token', csrf)
    request.setRequestHeader('Accept-Language', document.documentElement.lang || 'zh-Hans')
    request.responseType = 'json'
    request.upload.onprogress = (event) =>
      event.lengthComputable && progress(Math.round((event.loaded / event.total) * 100))
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Attachment)
      else reject(new ProblemError(problemIn(request.status, request.response)))
    }
    request.onerror = () => reject(connectionLost())
    request.send(file)
  })
}

export function sizeText(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`
}
