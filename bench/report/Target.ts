import type { Figures } from '../measure/Figures.ts'

/** A figure of one system under one workload. */
export interface FigureOf {
  readonly system: string
  readonly workload: string
  readonly figure: keyof Figures
  /** What the figure is divided by, such as the applicants of a request; 1 where this is left out. */
  readonly per?: number
}

/** A ratio that a run is to reach. */
export interface Target {
  readonly title: string
  readonly ours: FigureOf
  readonly other: FigureOf
  readonly bound: { readonly atLeast: number } | { readonly atMost: number }
}
