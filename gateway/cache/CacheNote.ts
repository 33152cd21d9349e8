/** How one question was answered, and why so; without any value, for developers. */
export interface CacheNote {
  readonly agency: string
  readonly type: string
  readonly source: 'live' | 'cached' | 'stale'
  readonly why:
    | 'fresh' // It was kept, and nothing has changed.
    | 'unknown' // Nothing was kept.
    | 'expired' // Its time was over.
    | 'changed' // A change was announced since.
    | 'refused' // What was kept did not open.
    | 'joined' // Another request was asking the same.
    | 'no-store' // The store did not answer in time.
    | 'uncached' // The agency does not let it be kept, or it has no one form.
}
