export interface LawFault {
  readonly file: string
  readonly line: number
  readonly code: string
  readonly data: Readonly<Record<string, string | number>>
}
