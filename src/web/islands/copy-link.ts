// <kembar-copy>: a button that copies the link in the field beside it. Without it the field can be marked and copied by hand.

class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const field = document.getElementById(this.dataset.field ?? '') as HTMLInputElement | null
    if (field === null || !('clipboard' in navigator)) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'ds-button'
    button.dataset.variant = 'secondary'
    button.textContent = this.dataset.label ?? ''
    button.addEventListener('click', () => {
      field.select()
      void navigator.clipboard.writeText(field.value).then(() => {
        button.textContent = this.dataset.done ?? ''
        setTimeout(() => (button.textContent = this.dataset.label ?? ''), 2500)
      })
    })
    this.replaceChildren(button)
  }
}

customElements.define('kembar-copy', CopyLink)
