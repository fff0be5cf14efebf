/**
 * What columns of other cities are called. English first, then Spanish, then some German; folded, best names first.
 * A column whose whole name is listed is taken before one that only contains a listed name as words.
 */
export const ROLE_NAMES = {
  sourceId: [
    'case id', 'case number', 'case no', 'case enquiry id', 'service request id', 'service request number', 'sr number', 'srnumber', 'request id',
    'request number', 'ticket id', 'ticket number', 'ticket', 'unique key', 'tracking number', 'reference number', 'incident number', 'incident id',
    'id', 'number', 'reference', 'ref', 'objectid', 'numero de caso', 'numero de solicitud', 'folio', 'expediente', 'vorgangsnummer', 'nummer',
  ],
  receivedDate: [
    'requested datetime', 'received date', 'date received', 'received', 'open dt', 'opened date', 'date opened', 'opened', 'open date', 'created date', 'date created',
    'creation date', 'created at', 'created', 'created on', 'request date', 'date requested', 'requested', 'submitted', 'submitted date', 'date submitted', 'reported', 'date reported',
    'report date', 'entered', 'date entered', 'entry date', 'date time', 'fecha de creacion', 'fecha de apertura', 'fecha de solicitud', 'fecha', 'eingang', 'eingangsdatum', 'gemeldet am', 'datum', 'date',
  ],
  receivedTime: [
    'received time', 'time received', 'opened time', 'time opened', 'open time', 'created time', 'time created', 'creation time', 'request time', 'time requested',
    'submitted time', 'reported time', 'time reported', 'entry time', 'hora de creacion', 'hora', 'uhrzeit', 'time',
  ],
  closedDate: [
    'closed dt', 'closed date', 'date closed', 'close date', 'closed', 'closed at', 'closed on', 'completed date', 'date completed', 'completion date', 'completed', 'resolved date', 'date resolved',
    'resolution date', 'resolved', 'finished', 'end date', 'fecha de cierre', 'fecha cierre', 'cerrado', 'erledigt am', 'abgeschlossen am', 'erledigt',
  ],
  closedTime: ['closed time', 'time closed', 'close time', 'completed time', 'resolved time', 'hora de cierre'],
  daysOpen: ['days to close', 'days open', 'days to resolve'],
  state: ['case status', 'request status', 'sr status', 'status', 'current status', 'status description', 'estado', 'estatus', 'zustand', 'bearbeitungsstatus', 'state'],
  channel: [
    'method received', 'source', 'channel', 'origin', 'received by', 'intake method', 'contact method', 'method of contact', 'submitted via', 'request source', 'case origin', 'medio', 'canal', 'via', 'meldeweg', 'eingangsart',
  ],
  service: [
    'service name', 'service request type', 'request type', 'sr type', 'case type', 'issue type', 'problem type', 'complaint type', 'service type', 'sr description', 'subcategory', 'sub category', 'type', 'type description',
    'request', 'issue', 'service', 'problem', 'category', 'topic', 'tipo de solicitud', 'tipo', 'servicio', 'categoria', 'asunto', 'anliegen', 'kategorie', 'art', 'subject', 'title',
  ],
  serviceGroup: ['category', 'group', 'service group', 'reason', 'request category', 'main category', 'categoria', 'grupo', 'kategorie', 'hauptkategorie', 'subject'],
  department: [
    'department', 'department name', 'responsible department', 'owner department', 'assigned department', 'agency name', 'agency', 'agency responsible', 'responsible agency', 'owning organization unit', 'dept', 'division', 'bureau', 'organization',
    'owner', 'team', 'departamento', 'dependencia', 'area', 'direccion responsable', 'amt', 'abteilung', 'zustandigkeit', 'fachbereich',
  ],
  latitude: ['latitude', 'lat', 'y', 'latitud', 'breitengrad', 'geo lat'],
  longitude: ['longitude', 'long', 'lng', 'lon', 'x', 'longitud', 'langengrad', 'geo long', 'geo lon'],
  point: ['location', 'geolocation', 'coordinates', 'point', 'lat long', 'latitude longitude', 'geo point', 'geom', 'the geom', 'location 1', 'ubicacion', 'koordinaten'],
  address: [
    'street address', 'incident address', 'address', 'full address', 'request address', 'service address', 'location address', 'sr location', 'request location', 'location', 'location street name', 'address line 1', 'street', 'street name', 'intersection', 'domicilio',
    'direccion', 'ubicacion', 'calle', 'adresse', 'anschrift', 'strasse', 'straße', 'ort',
  ],
  description: ['description', 'request description', 'request details', 'details', 'problem description', 'case title', 'comments', 'comment', 'summary', 'narrative', 'descriptor', 'title', 'subject', 'detail', 'descripcion', 'detalle', 'comentarios', 'observaciones', 'beschreibung', 'bemerkung', 'text', 'notes'],
  statusNote: [
    'status notes', 'resolution notes', 'resolution description', 'resolution', 'closure reason', 'closing notes', 'closing comments', 'closing comment', 'close reason', 'outcome', 'action taken', 'staff notes', 'response', 'resultado', 'resolucion', 'respuesta', 'ergebnis', 'antwort', 'notes',
  ],
  requesterName: ['requester name', 'requestor name', 'caller name', 'citizen name', 'customer name', 'contact name', 'reported by', 'requester', 'requestor', 'caller', 'nombre del solicitante', 'solicitante', 'nombre', 'melder', 'name'],
  requesterPhone: ['requester phone', 'caller phone', 'contact phone', 'phone number', 'phone', 'telephone', 'telefono', 'telefon'],
  requesterEmail: ['requester email', 'contact email', 'email address', 'email', 'e mail', 'correo electronico', 'correo'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Role = keyof typeof ROLE_NAMES;

interface WordList<Word> {
  readonly word: Word;
  /** Beginnings of folded words. */
  readonly stems: readonly string[];
}

/** What states of other systems mean; looked through in this order. */
export const STATE_WORDS: readonly WordList<'closed' | 'inProgress' | 'new'>[] = [
  { word: 'new', stems: ['reopen', 'not closed', 'unresolved', 'uncompleted', 'incomplete'] },
  {
    word: 'closed',
    stems: ['clos', 'resol', 'complet', 'done', 'finish', 'cancel', 'dup', 'invalid', 'archiv', 'void', 'reject', 'fixed', 'withdrawn', 'declin', 'denied', 'refus', 'cerrad', 'resuelt', 'atendid', 'finaliz', 'concluid', 'rechazad', 'erledigt', 'abgelehnt', 'geschlossen', 'abgeschlossen', 'behoben'],
  },
  { word: 'inProgress', stems: ['in progress', 'inprogress', 'progress', 'work', 'started', 'dispatch', 'under', 'en proceso', 'en curso', 'in bearbeitung', 'in arbeit'] },
  { word: 'new', stems: ['open', 'new', 'received', 'submit', 'assign', 'accept', 'pending', 'hold', 'wait', 'review', 'active', 'sched', 'registered', 'abiert', 'nuev', 'recibid', 'asignad', 'pendiente', 'registrad', 'offen', 'neu', 'eingegangen', 'zugewiesen', 'gemeldet'] },
];

/** How channels of other systems are called. */
export const CHANNEL_WORDS: readonly WordList<'phone' | 'counter' | 'letter' | 'fax' | 'email' | 'web' | 'mobile' | 'social' | 'text' | 'commissioner'>[] = [
  { word: 'email', stems: ['email', 'e mail', 'correo e', 'correo electronico'] },
  { word: 'mobile', stems: ['mobile', 'app', 'smartphone', 'iphone', 'android', 'citizens connect', 'seeclickfix', 'movil', 'open311', 'handy'] },
  { word: 'social', stems: ['twitter', 'tweet', 'facebook', 'social', 'instagram', 'nextdoor', 'x com', 'redes'] },
  { word: 'text', stems: ['text', 'sms', 'chat', 'whatsapp', 'bot'] },
  { word: 'phone', stems: ['phone', 'call', 'tele', 'voice', 'ivr', 'llamada', 'anruf', '311 center'] },
  { word: 'counter', stems: ['walk', 'counter', 'in person', 'office', 'front desk', 'ventanilla', 'presencial', 'personlich', 'schalter', 'personal'] },
  { word: 'fax', stems: ['fax'] },
  { word: 'letter', stems: ['letter', 'mail', 'post', 'carta', 'brief', 'written'] },
  { word: 'commissioner', stems: ['commission', 'council', 'alderman', 'mayor', 'elected', 'regidor', 'concej'] },
  { word: 'web', stems: ['web', 'internet', 'online', 'portal', 'self service', 'site', 'sitio', 'formular'] },
];

/** The word a value stands for: the first list with a stem at the beginning of one of its words; null when none fits. */
export function wordFor<Word>(folded: string, lists: readonly WordList<Word>[]): Word | null {
  const padded = ` ${folded}`;
  return lists.find(({ stems }) => stems.some((stem) => padded.includes(` ${stem}`)))?.word ?? null;
}
