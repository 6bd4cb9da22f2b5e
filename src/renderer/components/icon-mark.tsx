/** The mark of Storyglass: scattered points that a glass turns into a line. */

export function IconMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="currentColor" opacity="0.35">
        <circle cx="3.2" cy="20.5" r="1.3" />
        <circle cx="5.4" cy="27" r="1.3" />
        <circle cx="12.4" cy="29.6" r="1.3" />
        <circle cx="28.9" cy="5.2" r="1.3" />
        <circle cx="29.6" cy="24.6" r="1.3" />
        <circle cx="4.6" cy="5.6" r="1.3" />
      </g>
      <circle cx="17" cy="15" r="11" fill="none" stroke="var(--accent)" strokeWidth="2.4" />
      <path
        d="M10.6 19.2 L14.4 15.2 L17.6 17.4 L23.2 10.6"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
