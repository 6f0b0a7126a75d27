// <kembar-place-search>: suggestions under a place field as one types (the combobox pattern of WAI-ARIA).
// Without it the field is an ordinary one and the server answers with the choices.

class PlaceSearch extends HTMLElement {
  #input!: HTMLInputElement
  #chosen!: HTMLInputElement
  #list!: HTMLUListElement
  #status!: HTMLElement
  #timer = 0
  #request: AbortController | undefined
  #active = -1

  connectedCallback(): void {
    this.#input = this.querySelector<HTMLInputElement>('input[name=q]')!
    this.#chosen = this.querySelector<HTMLInputElement>('input[name=place]')!
    this.#list = this.querySelector('ul')!
    this.#status = this.querySelector('[role=status]')!
    const input = this.#input
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-controls', this.#list.id)
    input.setAttribute('aria-expanded', 'false')
    input.addEventListener('input', () => {
      this.#chosen.value = ''
      clearTimeout(this.#timer)
      this.#timer = window.setTimeout(() => void this.#look(), 120)
    })
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('blur', () => this.#close())
    // A press on an option must not take the focus from the field before the click arrives.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role=option]')
      if (option !== null) this.#choose(option)
    })
    // Once a place is chosen its id says all; the typed text would only lengthen the address that people share.
    input.form?.addEventListener('formdata', ({ formData }) => {
      formData.delete(this.#chosen.value === '' ? 'place' : 'q')
    })
  }

  get #options(): readonly HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')]
  }

  async #look(): Promise<void> {
    this.#request?.abort()
    const query = this.#input.value.trim()
    if (query === '') return this.#close()
    const request = (this.#request = new AbortController())
    const address = new URL(this.getAttribute('src') ?? '', location.href)
    address.searchParams.set('q', query)
    address.searchParams.set('part', 'options')
    try {
      const answer = await fetch(address, { signal: request.signal })
      if (!answer.ok) return this.#close()
      const html = await answer.text()
      if (request.signal.aborted) return
      this.#list.innerHTML = html
      this.#options.forEach((option, i) => (option.id = `${this.#list.id}-${i}`))
      this.#open()
    } catch {
      // Offline or superseded: the field still works as an ordinary one.
      if (!request.signal.aborted) this.#close()
    }
  }

  #open(): void {
    const count = this.#options.length
    this.#active = -1
    this.#input.removeAttribute('aria-activedescendant')
    this.#list.hidden = count === 0
    this.#input.setAttribute('aria-expanded', String(count > 0))
    this.#status.textContent = count === 0 ? (this.dataset.none ?? '') : `${count} ${this.dataset.some ?? ''}`
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#list.hidden = true
    this.#input.setAttribute('aria-expanded', 'false')
    this.#input.removeAttribute('aria-activedescendant')
    this.#active = -1
  }

  #key(event: KeyboardEvent): void {
    const options = this.#options
    const open = !this.#list.hidden && options.length > 0
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) return void this.#look()
      const step = event.key === 'ArrowDown' ? 1 : -1
      this.#mark((this.#active + step + options.length + (this.#active < 0 && step < 0 ? 1 : 0)) % options.length)
    } else if (event.key === 'Enter' && open && this.#active >= 0) {
      event.preventDefault()
      this.#choose(options[this.#active])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      this.#close()
    }
  }

  #mark(position: number): void {
    this.#active = position
    this.#options.forEach((option, i) => option.setAttribute('aria-selected', String(i === position)))
    const option = this.#options[position]
    this.#input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  #choose(option: HTMLElement): void {
    this.#input.value = option.dataset.name ?? ''
    this.#chosen.value = option.dataset.value ?? ''
    this.#status.textContent = option.textContent
    this.#close()
  }
}

customElements.define('kembar-place-search', PlaceSearch)
