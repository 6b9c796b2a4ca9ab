/**
 * What HSDS-UK 3.0, and HSDS 3.0 below it, have in each object, read here or not; `fees`, `taxonomy` and `term` are of the
 * profile's earlier drafts. Any other key is named once, with how often it came.
 */
const everywhere = ['id', 'attributes', 'metadata']

export const standardKeys: Readonly<Record<string, ReadonlySet<string>>> = {
  service: keys(
    'organization_id program_id name alternate_name description url additional_urls additional_websites email status',
    'interpretation_services application_process fees_description fees wait_time accreditations eligibility_description',
    'minimum_age maximum_age assured_date assurer_email licenses alert last_modified phones schedules service_areas',
    'service_at_locations locations languages organization funding cost_options program required_documents contacts',
    'capacities',
  ),
  organization: keys(
    'name alternate_name description email website additional_websites tax_status tax_id year_incorporated legal_status',
    'logo uri parent_organization_id funding contacts phones locations programs organization_identifiers services url',
  ),
  service_at_location: keys(
    'service_id location_id description contacts phones schedules location service_areas service',
  ),
  location: keys(
    'location_type url organization_id name alternate_name description transportation latitude longitude',
    'external_identifier external_identifier_type addresses contacts accessibility phones schedules languages',
  ),
  address: keys(
    'location_id attention address_1 address_2 city region state_province postal_code country address_type',
  ),
  phone: keys(
    'location_id service_id organization_id contact_id service_at_location_id number extension type description languages',
  ),
  contact: keys(
    'organization_id service_id service_at_location_id location_id name title department email phones',
  ),
  schedule: keys(
    'service_id location_id service_at_location_id valid_from valid_to dtstart timezone until count wkst freq interval',
    'byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes',
  ),
  cost_option: keys('service_id valid_from valid_to option currency amount amount_description'),
  accessibility: keys('location_id description details url'),
  language: keys('service_id location_id phone_id name code note'),
  service_area: keys(
    'service_id service_at_location_id name description extent extent_type uri service_area',
  ),
  attribute: keys('link_id link_entity link_type taxonomy_term_id value label taxonomy_term'),
  taxonomy_term: keys(
    'code name description parent_id taxonomy language taxonomy_id term_uri taxonomy_detail term version',
  ),
}

function keys(...lines: string[]): ReadonlySet<string> {
  return new Set([...everywhere, ...lines.flatMap((line) => line.split(' '))])
}
