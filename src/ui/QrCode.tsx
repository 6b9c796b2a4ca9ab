import { useMemo } from 'react'
import { qrMatrix, qrPath } from './qr.ts'

/** A QR code, black on white whatever the screen is. `label` says where it leads: it is all that a screen reader has. */
export function QrCode({
  text,
  label,
  className,
}: {
  text: string
  label: string
  className?: string | undefined
}) {
  const { size, path } = useMemo(() => {
    const matrix = qrMatrix(text)
    return { size: matrix.length, path: qrPath(matrix) }
  }, [text])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className={className}
      shapeRendering="crispEdges"
    >
      <title>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
