/** The image of the product: two strands along one time axis, tied in knots. Decoration; the words beside it say the same. */
export function Strands() {
  return (
    <svg
      class="strands"
      viewBox="0 0 1120 96"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke-linecap="round"
    >
      <path
        d="M-20 26C150 26 170 70 280 70S410 26 540 26S670 70 800 70S930 26 1140 26"
        stroke="#a4471e"
        stroke-width="6"
      />
      <path
        d="M-20 70C150 70 170 26 280 26S410 70 540 70S670 26 800 26S930 70 1140 70"
        stroke="#faf8f3"
        stroke-width="12"
      />
      <path
        d="M-20 70C150 70 170 26 280 26S410 70 540 70S670 26 800 26S930 70 1140 70"
        stroke="#0f5c63"
        stroke-width="6"
      />
      {[159, 410, 670, 932].map((x) => (
        <circle cx={x} cy="48" r="11" fill="#fff" stroke="#1a2426" stroke-width="3" />
      ))}
    </svg>
  )
}
