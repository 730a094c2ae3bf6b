// The page's own words; codes take their labels from the services' code lists.
export const words = {
  en: {
    skip: "Skip to the content", review: "Review", board: "Board", otherLanguage: "Français", signOut: "Sign out",
    signIn: "Sign in", token: "Token", signInHelp: "Paste a token of a reviewer. On a local stack: ./toguna token --role reviewer --org ngo-a. It is kept for this tab alone.",
    open: "Open suggestions", more: "More", report: "Report", suggestion: "Suggestion", type: "Kind", status: "Status", title: "Title",
    place: "Place", asStated: "In the source's words", placeId: "P-code or id in the gazetteer", unnamed: "The source leaves it unnamed", near: "Near what", because: "Why you take it so",
    since: "Since", until: "Until", edtf: "Date (EDTF: 2021-08, 2021-08-14, ../2021-08)", basis: "Known because", cause: "Cause, in the source's words",
    marking: "Marking", accept: "Accept", reject: "Reject", reason: "Reason", note: "Note", talks: "Who talks to whom",
    boardCaption: "What you may see; the age of the last confirmation never changes a status.", confirmed: "Last confirmed",
    accepted: "Accepted. It stands on the board now.", recorded: "Accepted and recorded.", cannotBeAccepted: "Nothing of this kind can be recorded from here.", mentionsCut: "more is mentioned than is listed", rejected: "Rejected.", none: "Nothing waits for a review.", all: "All",
    signedIn: "Signed in.", refused: "The token was refused.", loading: "Loading …", unknown: "not known", fresh: "fresh", stale: "stale",
    daysAgo: n => n === 1 ? "1 day ago" : `${n} days ago`, draftedBy: "Drafted by rules", postedBy: "Proposed by hand", passages: "passages", also: "Also proposed", noEmpty: "No one that you may know of",
    overdue: "Overdue promises", dueBy: "due by",
  },
  fr: {
    skip: "Aller au contenu", review: "Relecture", board: "Tableau", otherLanguage: "English", signOut: "Se déconnecter",
    signIn: "Se connecter", token: "Jeton", signInHelp: "Collez le jeton d’un relecteur. Sur une pile locale : ./toguna token --role reviewer --org ngo-a. Il n’est gardé que pour cet onglet.",
    open: "Suggestions ouvertes", more: "Plus", report: "Rapport", suggestion: "Suggestion", type: "Nature", status: "État", title: "Titre",
    place: "Lieu", asStated: "Dans les mots de la source", placeId: "P-code ou identifiant du répertoire", unnamed: "La source le laisse sans nom", near: "Près de quoi", because: "Pourquoi vous le comprenez ainsi",
    since: "Depuis", until: "Jusqu’à", edtf: "Date (EDTF : 2021-08, 2021-08-14, ../2021-08)", basis: "Connu parce que", cause: "Cause, dans les mots de la source",
    marking: "Marquage", accept: "Accepter", reject: "Rejeter", reason: "Motif", note: "Note", talks: "Qui parle à qui",
    boardCaption: "Ce que vous pouvez voir ; l’âge de la dernière confirmation ne change jamais un état.", confirmed: "Dernière confirmation",
    accepted: "Acceptée. Elle figure maintenant au tableau.", recorded: "Acceptée et enregistrée.", cannotBeAccepted: "Rien de ce genre ne peut être enregistré d’ici.", mentionsCut: "tout ce qui est mentionné n’est pas relevé", rejected: "Rejetée.", none: "Rien n’attend de relecture.", all: "Tous",
    signedIn: "Connecté.", refused: "Le jeton a été refusé.", loading: "Chargement …", unknown: "inconnu", fresh: "récent", stale: "ancien",
    daysAgo: n => n === 1 ? "il y a 1 jour" : `il y a ${n} jours`, draftedBy: "Proposée par des règles", postedBy: "Saisie à la main", passages: "passages", also: "Aussi proposé", noEmpty: "Personne que vous puissiez connaître",
    overdue: "Promesses échues", dueBy: "pour le",
  },
};
