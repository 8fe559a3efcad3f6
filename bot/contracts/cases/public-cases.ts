// The part of the city's cases that anyone may see and make: faults of streets and parks. What Open311 is a language for.
import type { CaseStatus } from './case'

/** A service of the city that a case can be of. */
export interface CaseService {
  /** The class of its cases: `light`. */
  readonly code: string
  readonly name: string
  readonly description: string
  /** What it belongs to: the department's name. */
  readonly group: string
  readonly keywords: readonly string[]
  readonly attributes: readonly ServiceAttribute[]
}

/** A question that is asked beside place and description; none has to be answered. */
export interface ServiceAttribute {
  readonly code: string
  readonly kind: 'singlevaluelist' | 'multivaluelist' | 'number' | 'string'
  readonly description: string
  /** Of a list: what may be answered. */
  readonly values: readonly { readonly key: string; readonly name: string }[]
}

export interface PublicReport {
  readonly service: string
  /** An address, or what the reporter calls the place. */
  readonly address?: string
  /** WGS 84, degrees. */
  readonly point?: { readonly lat: number; readonly lon: number }
  readonly description?: string
  /** Code of the attribute → answers. */
  readonly attributes: ReadonlyMap<string, readonly string[]>
  /** E-mail address or phone number as the reporter wrote it; for the department alone. */
  readonly contact?: string
  /** Names the report for good: one with the same key is the same case. */
  readonly key: string
}

export type Reported =
  | { readonly kind: 'reported'; readonly number: string }
  | { readonly kind: 'refused'; readonly why: ReportFault; readonly field?: string }
export type ReportFault =
  | 'unknown-service'
  | 'place-missing'
  | 'place-outside'
  | 'description-missing'
  | 'bad-value'
  /** Another report came under this key. */
  | 'key-used'

/** A case as the world may see it: nothing of who made it, and no word that was not written for others to read. */
export interface PublicCase {
  readonly number: string
  readonly service: CaseService
  readonly status: CaseStatus
  readonly fixed: boolean | null
  /** ISO 8601. */
  readonly at: string
  readonly updatedAt: string
  readonly department: string
  readonly address?: string
  readonly lat?: number
  readonly lon?: number
  readonly description?: string
}

export interface PublicCaseQuery {
  /** Both ends are in it. */
  readonly from: Date
  readonly to: Date
  /** All when it is not given. */
  readonly services?: readonly string[]
  readonly status?: 'open' | 'closed'
  /** So many of the newest are passed over. */
  readonly skip: number
  readonly limit: number
}

export interface PublicCases {
  /** Empty in a city that takes no public reports. */
  services(): readonly CaseService[]
  report(report: PublicReport): Promise<Reported>
  /** Newest first. */
  find(query: PublicCaseQuery): Promise<readonly PublicCase[]>
  /** Undefined when there is none, or when it is not for everyone. */
  byNumber(number: string): Promise<PublicCase | undefined>
}
