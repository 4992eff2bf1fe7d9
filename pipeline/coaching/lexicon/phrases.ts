/** The phrases of a text, parted by commas or line ends. */
export const list = (text: string): string[] => text.split(/[,\n]/).map((part) => part.trim()).filter(Boolean); // prettier-ignore

/** Products that a buyer may have in place, as one word of a phrase. */
export const TOOLS =
  "salesforce|hubspot|sap|oracle|netsuite|dynamics|pipedrive|zoho|gong|outreach|salesloft|clari|zendesk|intercom|jira|asana|servicenow|workday|sage|datev|lexware|personio|sharepoint|tableau|marketo|aircall|dialpad|freshdesk|apollo|snowflake|weclapp|odoo|airtable|smartsheet|trello|gainsight|lattice|bamboohr|docusign|shopify|stripe|genesys|looker|powerbi|confluence";
