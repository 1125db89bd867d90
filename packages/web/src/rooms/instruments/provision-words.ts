/** Words of the concordance's columns: addressee, side, form of exploitation, persons. */
import { useLingui } from "@lingui/react/macro";

export interface ProvisionWords {
  addressee(value: string): string;
  side(value: string): string;
  exploitation(value: string): string;
  persons(value: string): string;
}

export function useProvisionWords(): ProvisionWords {
  const { t } = useLingui();
  const children = t({ message: "children", comment: "Whom a provision protects" });
  const women = t({ message: "women", comment: "Whom a provision protects" });
  const labour = t({ message: "labour exploitation", comment: "Form of exploitation" });
  const addressee: Record<string, string> = {
    "state-party": t({ message: "binds the state party", comment: "Addressee of a provision" }),
    origin: t({ message: "binds the state of origin", comment: "Addressee of a provision" }),
    transit: t({ message: "binds the state of transit", comment: "Addressee of a provision" }),
    destination: t({ message: "binds the state of destination", comment: "Addressee of a provision" }),
    receiving: t({ message: "binds the state where the person is", comment: "Addressee of a provision" }),
    "all-states": t({ message: "addressed to all states", comment: "Addressee of a provision of soft law" }),
    business: t({ message: "addressed to business", comment: "Addressee of a provision" }),
    igo: t({ message: "a task of an organization", comment: "Addressee: intergovernmental organization" }),
    "civil-society": t({ message: "addressed to civil society", comment: "Addressee of a provision" }),
    media: t({ message: "addressed to the media", comment: "Addressee of a provision" }),
    parliament: t({ message: "addressed to parliaments", comment: "Addressee of a provision" }),
    "treaty-body": t({ message: "a task of the treaty body", comment: "Addressee of a provision" }),
  };
  const side: Record<string, string> = {
    supply: t({ message: "supply side", comment: "Side: what makes people available to traffickers" }),
    demand: t({ message: "demand side", comment: "Side: what draws people into exploitation" }),
    both: t({ message: "demand and supply", comment: "Both sides of trafficking" }),
  };
  const exploitation: Record<string, string> = {
    labour,
    sexual: t({ message: "sexual exploitation", comment: "Form of exploitation" }),
    "child-sexual": t({ message: "sexual exploitation of children", comment: "Form of exploitation" }),
    servitude: t({ message: "servitude and slavery", comment: "Form of exploitation" }),
    recruitment: t({ message: "abusive recruitment", comment: "Form of exploitation" }),
    organs: t({ message: "removal of organs", comment: "Form of exploitation" }),
  };
  const persons: Record<string, string> = {
    children,
    women,
    "women-and-children": t({ message: "women and children", comment: "Whom a provision protects" }),
    victims: t({ message: "victims", comment: "Whom a provision protects" }),
    migrants: t({ message: "migrants", comment: "Whom a provision protects" }),
    "domestic-workers": t({ message: "domestic workers", comment: "Whom a provision protects" }),
    seafarers: t({ message: "seafarers", comment: "Whom a provision protects" }),
  };
  const from = (table: Record<string, string>) => (value: string) => table[value] ?? value;
  return {
    addressee: from(addressee),
    side: from(side),
    exploitation: from(exploitation),
    persons: from(persons),
  };
}
