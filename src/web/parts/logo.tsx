/** The two interlocked rings: teal over terracotta above, under it below. */
export function Logo() {
  return (
    <svg viewBox="0 0 40 26" aria-hidden="true" focusable="false" fill="none" stroke-width="4">
      <circle cx="13" cy="13" r="10" stroke="#0f5c63" />
      <circle cx="27" cy="13" r="10" stroke="#fff" stroke-width="7" />
      <circle cx="27" cy="13" r="10" stroke="#a4471e" />
      <path d="M15.6 3.34A10 10 0 0 1 22.66 10.4" stroke="#fff" stroke-width="7" />
      <path d="M13 3A10 10 0 0 1 23 13" stroke="#0f5c63" />
      <path d="M13 23A10 10 0 0 1 3 13A10 10 0 0 1 13 3" stroke="#0f5c63" />
    </svg>
  )
}
