import { Button } from '@mantine/core'
import { IconFolder, IconPencil, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { PersonAround } from '#domain/relatedPerson/around.ts'
import type { View } from '#store/view.ts'
import { Pill } from '#ui/Pill.tsx'
import * as codes from '#words/codes.ts'
import { FileLink } from './FileLink.tsx'
import classes from './People.module.css'
import { PersonForm } from './PersonForm.tsx'

export interface PersonCardProps {
  person: PersonAround
  client: View<'client'>
}

/** Somebody around the client: what they are to them, rung with one tap, and their own file where they have one. */
export function PersonCard({ person, client }: PersonCardProps) {
  const [open, setOpen] = useState<'form' | 'file' | null>(null)
  const { name, relation, roles, phone, note, file, said } = person
  if (open === 'form') {
    return (
      <li>
        <PersonForm client={client} person={person} onDone={() => setOpen(null)} />
      </li>
    )
  }
  return (
    <li className={classes['person']}>
      <h2 className={classes['name']}>{name}</h2>
      {relation && <p className={classes['quiet']}>{relation}</p>}
      <div className={classes['roles']}>
        {roles.map((role) => (
          <Pill key={role} tone={role === 'emergency-contact' ? 'accent' : 'plain'}>
            {codes.wordFor(codes.aroundRole, role)}
          </Pill>
        ))}
      </div>
      {note && <p>{note}</p>}
      <div className={classes['links']}>
        {phone && (
          <a href={`tel:${phone.replaceAll(/\s/g, '')}`} aria-label={`Ring ${phone}, ${name}`}>
            <IconPhone size={20} aria-hidden /> Ring {phone}
          </a>
        )}
        {file && (
          <Link to={`/clients/${file}?part=people`}>
            <IconFolder size={20} aria-hidden /> Open {name}’s file
          </Link>
        )}
      </div>
      {said === 'there' && <p className={classes['quiet']}>Written down in {name}’s file.</p>}
      {open === 'file' && <FileLink client={client} person={person} onDone={() => setOpen(null)} />}
      {said !== 'there' && open === null && (
        <div className={classes['foot']}>
          <Button
            variant="subtle"
            px="sm"
            leftSection={<IconPencil size={18} aria-hidden />}
            aria-label={`Change ${name}`}
            onClick={() => setOpen('form')}
          >
            Change
          </Button>
          {said === 'here' && (
            <Button
              variant="subtle"
              px="sm"
              leftSection={<IconFolder size={18} aria-hidden />}
              aria-label={`${file ? 'Another file' : 'A file'} for ${name}`}
              onClick={() => setOpen('file')}
            >
              {file ? 'Another file' : 'Their own file'}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
