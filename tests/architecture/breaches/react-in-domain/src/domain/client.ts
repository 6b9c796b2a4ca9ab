import { useMemo } from 'react'
import { z } from 'zod'

export const client = () => useMemo(() => z.string(), [])
