import type { LetterWords } from "./words.ts";

export const fr: LetterWords = {
  greeting: "Bonjour,",
  ending:
    "Si vous n’attendiez pas ce message, vous n’avez rien à faire. Personne, au nom de Concord, ne vous demandera jamais votre phrase secrète.",
  invitation: {
    subject: (actor) => `Invitation à agir au nom de ${actor} sur Concord`,
    body: (actor, role, days) =>
      `Vous êtes invité(e) à agir au nom de ${actor} sur Concord, en qualité de : ${role}. Le lien fonctionne une seule fois, pendant ${days} jours. S’il a expiré, la page qu’il ouvre vous en envoie un nouveau.`,
  },
  newPassPhrase: {
    subject: "Choisissez une nouvelle phrase secrète pour Concord",
    body: "Une nouvelle phrase secrète a été demandée, sans doute par vous. Le lien fonctionne une seule fois, pendant une heure. Toutes vos sessions prendront fin une fois votre choix fait.",
  },
  changeAddress: {
    subject: "Confirmez le changement de votre adresse sur Concord",
    body: (newEmail) =>
      `Votre adresse sur Concord doit devenir ${newEmail}. Confirmez-le ici, à votre adresse actuelle, dans l’heure ; la nouvelle adresse sera ensuite interrogée à son tour.`,
  },
  confirmAddress: {
    subject: "Confirmez votre nouvelle adresse sur Concord",
    body: "Cette adresse doit devenir la vôtre sur Concord. Confirmez-la dans l’heure ; d’ici là, rien ne change.",
  },
  roles: {
    observer: "observateur ou observatrice",
    member: "membre",
    "focal-point": "point focal",
    facilitator: "facilitateur ou facilitatrice",
    secretariat: "secrétariat",
    administrator: "administrateur ou administratrice",
  },
};
