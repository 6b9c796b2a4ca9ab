import { Button, PasswordInput } from '@mantine/core'
import { IconBackspace } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './PinField.module.css'

interface PinFieldProps {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  autoComplete: 'current-password' | 'new-password'
  error?: string | undefined
  description?: string
  /** Digits to tap, on a device without a mouse; then the keyboard stays down unless letters are wanted. */
  withPad?: boolean
}

/** A PIN or a passphrase. Pasting is welcome, and so is a password manager. */
export function PinField({
  id,
  label,
  value,
  onChange,
  autoComplete,
  error,
  description,
  withPad,
}: PinFieldProps) {
  const [letters, setLetters] = useState(false)
  const pad = withPad === true && !letters && isTouch()
  return (
    <div>
      <PasswordInput
        id={id}
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete={autoComplete}
        inputMode={letters ? 'text' : pad ? 'none' : 'numeric'}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do on this screen, as in any unlock screen
        autoFocus={withPad === true && !isTouch()}
        {...(error === undefined ? {} : { error })}
        {...(description === undefined ? {} : { description })}
        visibilityToggleButtonProps={{
          'aria-label': 'Show what you typed',
          tabIndex: 0,
          'aria-hidden': false,
        }}
      />
      {pad && <Pad value={value} onChange={onChange} />}
      {isTouch() && (
        <Button variant="subtle" size="compact-md" onClick={() => setLetters(!letters)} mt={4}>
          {letters ? 'Use digits' : 'Use letters'}
        </Button>
      )}
    </div>
  )
}

function Pad({ value, onChange }: Pick<PinFieldProps, 'value' | 'onChange'>) {
  return (
    <div className={classes['pad']} role="group" aria-label="Digits">
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <Key key={digit} digit={digit} onPress={() => onChange(value + digit)} />
      ))}
      <span />
      <Key digit="0" onPress={() => onChange(`${value}0`)} />
      <button
        type="button"
        className={classes['key']}
        aria-label="Take the last digit away"
        onClick={() => onChange(value.slice(0, -1))}
      >
        <IconBackspace size={26} aria-hidden />
      </button>
    </div>
  )
}

function Key({ digit, onPress }: { digit: string; onPress: () => void }) {
  return (
    <button type="button" className={classes['key']} onClick={onPress}>
      {digit}
    </button>
  )
}

function isTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches
}
