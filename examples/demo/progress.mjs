/** One line for each thing that takes time: what it is while it runs, and how long it took. */
export class Progress {
  #out
  #title
  #began = 0
  #timer

  constructor(out) {
    this.#out = out
  }

  /** Ends what went before and begins the next. */
  begin(title) {
    this.end()
    this.#title = title
    this.#began = performance.now()
    if (!this.#out.isTTY) return
    this.#draw()
    this.#timer = setInterval(() => this.#draw(), 1000)
    this.#timer.unref()
  }

  end() {
    this.#close('✓')
  }

  fail() {
    this.#close('✗')
  }

  #close(mark) {
    if (this.#title === undefined) return
    clearInterval(this.#timer)
    const line = `${mark} ${this.#title}  ${this.#seconds().toFixed(1)} s\n`
    this.#out.write(this.#out.isTTY ? `\r\x1b[2K${line}` : line)
    this.#title = undefined
  }

  #draw() {
    this.#out.write(`\r\x1b[2K… ${this.#title}  ${Math.round(this.#seconds())} s`)
  }

  #seconds() {
    return (performance.now() - this.#began) / 1000
  }
}
