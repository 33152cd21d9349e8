/** A value of an answer as the text that it came as, valid JSON that is to the letter what was selected. Nobody looks into it on its way to the client. */
export class JsonText {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** What it says, to whoever knows nothing of texts. */
  toJSON(): unknown {
    return JSON.parse(this.text)
  }
}
