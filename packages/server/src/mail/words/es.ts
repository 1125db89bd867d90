import type { LetterWords } from "./words.ts";

export const es: LetterWords = {
  greeting: "Buenos días:",
  ending:
    "Si no esperaba este mensaje, no tiene que hacer nada. Nadie le pedirá jamás su frase de contraseña en nombre de Concord.",
  invitation: {
    subject: (actor) => `Invitación para actuar en nombre de ${actor} en Concord`,
    body: (actor, role, days) =>
      `Se le invita a actuar en nombre de ${actor} en Concord, en calidad de: ${role}. El enlace funciona una sola vez, durante ${days} días. Si ha caducado, la página que abre le enviará uno nuevo.`,
  },
  newPassPhrase: {
    subject: "Elija una nueva frase de contraseña para Concord",
    body: "Alguien, seguramente usted, ha pedido una nueva frase de contraseña. El enlace funciona una sola vez, durante una hora. Todas sus sesiones terminarán cuando haya elegido.",
  },
  changeAddress: {
    subject: "Confirme el cambio de su dirección en Concord",
    body: (newEmail) =>
      `Su dirección en Concord pasará a ser ${newEmail}. Confírmelo aquí, en su dirección actual, en el plazo de una hora; después se preguntará también a la nueva dirección.`,
  },
  confirmAddress: {
    subject: "Confirme su nueva dirección en Concord",
    body: "Esta será su dirección en Concord. Confírmela en el plazo de una hora; hasta entonces nada cambia.",
  },
  roles: {
    observer: "observador u observadora",
    member: "miembro",
    "focal-point": "punto focal",
    facilitator: "facilitador o facilitadora",
    secretariat: "secretaría",
    administrator: "administrador o administradora",
  },
};
