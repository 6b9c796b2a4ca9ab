import {
  ActionIcon,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  type ModalProps,
  NativeSelect,
  PasswordInput,
  Radio,
  type SegmentedControlProps,
  Switch,
  Text,
  TextInput,
  Textarea,
  type VariantColorsResolver,
} from '@mantine/core'

/** Deep teal, the one accent. Shade 8 on paper and shade 3 on night both pass AA as text and as a filled button. */
const teal: MantineColorsTuple = [
  '#e8f4f2',
  '#d2e8e5',
  '#a9d4cf',
  '#83cfc4',
  '#52aea2',
  '#33968b',
  '#1f7f76',
  '#156d66',
  '#0f5e59',
  '#0a4945',
]

/** Only for what waits for a person. */
const amber: MantineColorsTuple = [
  '#fdf3dc',
  '#fbe7b9',
  '#f6d68b',
  '#f0c45e',
  '#e3ab35',
  '#c98d14',
  '#a87208',
  '#8b5c05',
  '#734b04',
  '#553703',
]

/** Only for risk. */
const red: MantineColorsTuple = [
  '#fdecea',
  '#fad6d2',
  '#f6b3ab',
  '#f29a90',
  '#e4685c',
  '#cf4338',
  '#b92f26',
  '#a3241d',
  '#8c1d17',
  '#6b1511',
]

/** Mantine's own greys, warm on paper and green by night. Shade 4 borders inputs and passes 3:1 on both grounds. */
const gray: MantineColorsTuple = [
  '#f8f3e9',
  '#f1eadc',
  '#e9e0cf',
  '#ded3be',
  '#8c8575',
  '#7a7466',
  '#67655c',
  '#4d524c',
  '#353d3a',
  '#232d2b',
]
const dark: MantineColorsTuple = [
  '#ecf1ee',
  '#cddad6',
  '#afc0bb',
  '#93a8a2',
  '#7d9590',
  '#2e4642',
  '#172926',
  '#12211f',
  '#0e1a18',
  '#0a1412',
]

const font = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, sans-serif"

/** What a hand on a sofa can hit: 46 px at the normal text size, 44 px at the least. */
const target = '2.875rem'

/** By night the accent is light, so what stands on it is dark. */
const onAccent: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const accent = input.color === undefined || input.color === 'teal'
  return input.variant === 'filled' && accent ? { ...colors, color: 'var(--on-accent)' } : colors
}

export const theme = createTheme({
  fontFamily: font,
  headings: {
    fontFamily: font,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.3' },
      h3: { fontSize: '1.125rem', lineHeight: '1.4' },
      h4: { fontSize: '1.125rem', lineHeight: '1.4' },
      h5: { fontSize: '1.125rem', lineHeight: '1.4' },
      h6: { fontSize: '1.125rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.9375rem', sm: '1rem', md: '1.125rem', lg: '1.25rem', xl: '1.5rem' },
  colors: { teal, amber, red, gray, dark },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 3 },
  variantColorResolver: onAccent,
  white: '#fffdf8',
  black: '#1d2927',
  defaultRadius: 'md',
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.625rem', lg: '0.875rem', xl: '1.25rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // What few screens show is not named by its component here: that would come along with the first script.
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, { size }) => ({
        root: size?.startsWith('compact')
          ? { '--button-height': '2.75rem', '--button-padding-x': '0.75rem' }
          : { '--button-height': size === 'lg' || size === 'xl' ? '3.375rem' : target },
      }),
      // Words wrap rather than being cut, for large text and small screens.
      styles: {
        root: {
          display: 'inline-flex',
          alignItems: 'center',
          height: 'auto',
          minHeight: 'var(--button-height)',
          paddingBlock: '0.375rem',
        },
        inner: { flexGrow: 1, height: 'auto' },
        label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.25, overflow: 'visible' },
      },
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: target, variant: 'subtle' } }),
    Input: Input.extend({
      defaultProps: { size: 'md' },
      vars: () => ({ wrapper: { '--input-height': target } }),
    }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md', autosize: true, minRows: 3 } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
    Checkbox: Checkbox.extend({
      defaultProps: { size: 'md' },
      vars: () => ({ root: { '--checkbox-icon-color': 'var(--on-accent)' } }),
    }),
    Radio: Radio.extend({
      defaultProps: { size: 'md' },
      vars: () => ({ root: { '--radio-icon-color': 'var(--on-accent)' } }),
    }),
    Switch: Switch.extend({ defaultProps: { size: 'md' } }),
    SegmentedControl: {
      defaultProps: { size: 'md' } satisfies Partial<SegmentedControlProps>,
      styles: {
        root: { background: 'var(--sunk)', flexWrap: 'wrap', maxWidth: '100%' },
        control: { flex: '1 0 auto' },
        indicator: { background: 'var(--surface)', border: '1px solid var(--edge)' },
        label: { color: 'var(--ink)' },
      },
    },
    Modal: { defaultProps: { centered: true, radius: 'lg', padding: 'lg' } satisfies Partial<ModalProps> },
    Text: Text.extend({ defaultProps: { size: 'md' } }),
  },
})

/**
 * Mantine's own colours, led back to the house's (see theme.css), so that everything follows light and dark.
 */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--quiet)',
    '--mantine-color-placeholder': 'var(--quiet)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--risk)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-disabled': 'var(--sunk)',
    '--mantine-color-disabled-color': 'var(--quiet)',
    '--mantine-color-disabled-border': 'var(--line)',
  },
  light: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-teal-light': 'var(--accent-soft)',
    '--mantine-color-teal-light-hover': '#cfe6e2',
    '--mantine-color-teal-light-color': 'var(--accent)',
    '--mantine-color-teal-outline': 'var(--accent)',
    '--mantine-color-red-filled': '#a3241d',
    '--mantine-color-red-filled-hover': '#8c1d17',
    '--mantine-color-red-light': 'var(--risk-soft)',
    '--mantine-color-red-light-color': 'var(--risk)',
    '--mantine-color-red-outline': 'var(--risk)',
    '--mantine-color-amber-light': 'var(--amber-soft)',
    '--mantine-color-amber-light-color': 'var(--amber)',
  },
  dark: {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-teal-light': 'var(--accent-soft)',
    '--mantine-color-teal-light-hover': '#27504a',
    '--mantine-color-teal-light-color': 'var(--accent)',
    '--mantine-color-teal-outline': 'var(--accent)',
    '--mantine-color-red-filled': '#b92f26',
    '--mantine-color-red-filled-hover': '#cf4338',
    '--mantine-color-red-light': 'var(--risk-soft)',
    '--mantine-color-red-light-color': 'var(--risk)',
    '--mantine-color-red-outline': 'var(--risk)',
    '--mantine-color-amber-light': 'var(--amber-soft)',
    '--mantine-color-amber-light-color': 'var(--amber)',
  },
})
