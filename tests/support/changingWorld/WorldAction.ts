import type { WorldQuestion } from './WorldQuestion.ts'
import type { Thing } from './createWorld.ts'

/** What can happen. */
export type WorldAction =
  | { readonly does: 'ask'; readonly question: WorldQuestion }
  /** Asks what was asked before, so many questions ago. */
  | { readonly does: 'repeat'; readonly back: number }
  | { readonly does: 'change'; readonly thing: Thing }
  | { readonly does: 'fail'; readonly agency: string; readonly how: 'down' | 'errors' }
  | { readonly does: 'recover'; readonly agency: string }
  | { readonly does: 'pass'; readonly seconds: number }
  /** An agency is gone for so long, and then somebody asks once more. */
  | { readonly does: 'lapse'; readonly agency: string; readonly seconds: number }
  /** Whether what an agency answers may be kept. */
  | { readonly does: 'allow'; readonly agency: string; readonly isKept: boolean }
  /** Something changes while an agency is answering the question, which is then asked once more. */
  | { readonly does: 'overtake'; readonly question: WorldQuestion; readonly thing: Thing; readonly agency: string }
