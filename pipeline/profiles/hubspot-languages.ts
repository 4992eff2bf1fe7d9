import {normaliseHeader} from "./profile.js";

/**
 * HubSpot writes headers in the language of whoever exports. English header: what German, French and Spanish say for it, several
 * where HubSpot has changed its words or other editions differ.
 */
// prettier-ignore
const HEADERS: readonly [english: string, german: string, french: string, spanish: string][] = [
  ["Record ID", "Datensatz-ID|Datensatznummer", "ID de fiche d'informations|ID de fiche d'information|ID de la fiche d'informations|ID de l'enregistrement", "ID de registro|ID del registro"],
  ["Deal Name", "Deal-Name|Dealname|Name des Deals", "Nom de la transaction", "Nombre del negocio"],
  ["Deal Stage", "Deal-Phase|Dealphase|Phase des Deals", "Phase de la transaction|Étape de la transaction", "Etapa del negocio|Fase del negocio"],
  ["Deal Owner", "Deal-Inhaber|Deal-Verantwortlicher|Zuständiger Mitarbeiter für Deal|Für Deal zuständiger Mitarbeiter|Für den Deal zuständiger Mitarbeiter", "Propriétaire de la transaction", "Propietario del negocio"],
  ["Amount", "Betrag|Wert", "Montant", "Importe|Valor|Cantidad|Monto"],
  ["Currency", "Währung", "Devise", "Moneda|Divisa"],
  ["Create Date", "Erstellungsdatum|Erstelldatum|Erstellt am", "Date de création", "Fecha de creación"],
  ["Close Date", "Abschlussdatum|Schlussdatum", "Date de fermeture|Date de clôture", "Fecha de cierre"],
  ["Closed Lost Reason", "Grund für verlorenen Deal|Grund für Verlust|Verlustgrund", "Raison de la perte|Motif de perte|Raison de l'échec", "Motivo de pérdida|Motivo de cierre perdido|Motivo del cierre perdido"],
  ["Company Name", "Unternehmensname|Name des Unternehmens|Firmenname", "Nom de l'entreprise", "Nombre de la empresa"],
  ["Company Owner", "Für Unternehmen zuständiger Mitarbeiter|Zuständiger Mitarbeiter für Unternehmen|Unternehmensinhaber", "Propriétaire de l'entreprise", "Propietario de la empresa"],
  ["Company Domain Name", "Domainname des Unternehmens|Unternehmensdomain|Domain-Name des Unternehmens", "Nom de domaine de l'entreprise", "Nombre de dominio de la empresa"],
  ["Industry", "Branche", "Secteur d'activité|Secteur|Industrie", "Sector|Industria"],
  ["Number of Employees", "Anzahl der Mitarbeiter|Mitarbeiterzahl|Anzahl Mitarbeiter", "Nombre d'employés|Nombre de salariés", "Número de empleados|Cantidad de empleados"],
  ["Annual Revenue", "Jahresumsatz", "Chiffre d'affaires annuel|Revenu annuel", "Ingresos anuales"],
  ["City", "Stadt|Ort", "Ville", "Ciudad"],
  ["State/Region", "Bundesland/Region|Bundesland", "Région/Département|État/Région|Région", "Estado/Región|Estado"],
  ["Country/Region", "Land/Region|Land", "Pays/Région|Pays", "País/Región|País"],
  ["First Name", "Vorname", "Prénom", "Nombre"],
  ["Last Name", "Nachname", "Nom|Nom de famille", "Apellidos|Apellido"],
  ["Email", "E-Mail|E-Mail-Adresse", "E-mail|Adresse e-mail|Courriel", "Correo|Correo electrónico"],
  ["Phone Number", "Telefonnummer", "Numéro de téléphone", "Número de teléfono"],
  ["Job Title", "Jobtitel|Berufsbezeichnung|Position", "Intitulé du poste|Intitulé de poste|Fonction", "Cargo|Puesto"],
  ["Lifecycle Stage", "Lifecycle-Phase", "Phase du cycle de vie", "Etapa del ciclo de vida"],
  ["Contact Owner", "Für Kontakt zuständiger Mitarbeiter|Zuständiger Mitarbeiter für Kontakt|Kontaktinhaber", "Propriétaire du contact", "Propietario del contacto"],
  ["Lead Name", "Lead-Name|Name des Leads", "Nom du lead", "Nombre del lead"],
  ["Lead Stage", "Lead-Phase|Leadphase", "Phase du lead", "Etapa del lead"],
  ["Lead Owner", "Für Lead zuständiger Mitarbeiter|Lead-Inhaber", "Propriétaire du lead", "Propietario del lead"],
  ["Original Source", "Ursprüngliche Quelle|Originalquelle", "Source d'origine", "Fuente original"],
  ["Associated Company IDs", "Zugeordnete Unternehmens-IDs|Zugehörige Unternehmens-IDs|Zugeordnete Unternehmen-IDs|IDs zugeordneter Unternehmen", "ID d'entreprises associées|ID des entreprises associées|ID d'entreprise associée", "ID de empresas asociadas|ID de las empresas asociadas|ID de empresa asociada"],
  ["Associated Contact IDs", "Zugeordnete Kontakt-IDs|Zugehörige Kontakt-IDs|IDs zugeordneter Kontakte", "ID de contacts associés|ID des contacts associés|ID de contact associé", "ID de contactos asociados|ID de los contactos asociados|ID de contacto asociado"],
  ["Associated Deal IDs", "Zugeordnete Deal-IDs|Zugehörige Deal-IDs|IDs zugeordneter Deals", "ID de transactions associées|ID des transactions associées|ID de transaction associée", "ID de negocios asociados|ID de los negocios asociados|ID de negocio asociado"],
  ["Associated Company", "Zugeordnetes Unternehmen|Zugehöriges Unternehmen", "Entreprise associée", "Empresa asociada"],
  ["Associated Contact", "Zugeordneter Kontakt|Zugehöriger Kontakt", "Contact associé", "Contacto asociado"],
  ["Associated Deal", "Zugeordneter Deal|Zugehöriger Deal", "Transaction associée", "Negocio asociado"],
  ["Activity ID", "Aktivitäts-ID", "ID d'activité|ID de l'activité", "ID de actividad|ID de la actividad"],
  ["Activity Type", "Aktivitätstyp|Art der Aktivität", "Type d'activité", "Tipo de actividad"],
  ["Activity Date", "Aktivitätsdatum|Datum der Aktivität", "Date d'activité|Date de l'activité", "Fecha de actividad|Fecha de la actividad"],
  ["Activity Assigned To", "Aktivität zugewiesen an|Aktivität zugewiesen zu", "Activité attribuée à|Activité affectée à", "Actividad asignada a"],
  ["Activity Created By", "Aktivität erstellt von", "Activité créée par", "Actividad creada por"],
  ["Meeting Outcome", "Meeting-Ergebnis|Ergebnis des Meetings|Meetingergebnis", "Résultat de la réunion|Résultat du rendez-vous", "Resultado de la reunión"],
  ["Meeting Start Time", "Startzeit des Meetings|Meeting-Startzeit|Meetingbeginn", "Heure de début de la réunion|Heure de début du rendez-vous", "Hora de inicio de la reunión"],
  ["Meeting Notes", "Meeting-Notizen|Notizen zum Meeting", "Notes de réunion|Notes de la réunion", "Notas de la reunión|Notas de reunión"],
  ["Internal Meeting Notes", "Interne Meeting-Notizen|Interne Notizen zum Meeting", "Notes de réunion internes|Notes internes de la réunion", "Notas internas de la reunión|Notas de reunión internas"],
  ["Meeting Description", "Meetingbeschreibung|Meeting-Beschreibung|Beschreibung des Meetings", "Description de la réunion", "Descripción de la reunión"],
  ["Call Outcome", "Anrufergebnis|Ergebnis des Anrufs", "Résultat de l'appel", "Resultado de la llamada"],
  ["Call Direction", "Anrufrichtung|Richtung des Anrufs", "Direction de l'appel|Sens de l'appel", "Dirección de la llamada"],
  ["Email Subject", "E-Mail-Betreff|Betreff der E-Mail", "Objet de l'e-mail", "Asunto del correo|Asunto del correo electrónico"],
  ["Task Status", "Aufgabenstatus|Status der Aufgabe", "Statut de la tâche", "Estado de la tarea"],
];

/** Headers in German, French and Spanish, normalised, and the English ones they stand for. */
export const HUBSPOT_TRANSLATIONS: Readonly<Record<string, string>> = Object.fromEntries(
  HEADERS.flatMap(([english, ...others]) =>
    others.flatMap((list) => list.split("|").map((header) => [normaliseHeader(header), english])),
  ),
);

/** What `Date entered` is called; the stage follows in quotes. */
export const ENTERED = [
  "date[ _]entered",
  "eingabedatum",
  "eingetreten am",
  "datum des eintritts in",
  "datum der eingabe(?: in| von)?",
  "date d['’]entrée(?: dans| en)?",
  "date d['’]accès à",
  "fecha de entrada(?: en| a)?",
  "fecha de ingreso(?: en| a)?",
].join("|");
