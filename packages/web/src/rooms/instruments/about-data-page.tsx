import "./about-data.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useAsking } from "../../shell/asking.ts";
import { useLaw } from "../../shell/law.ts";
import { Page, Section } from "../../ui/page.tsx";
import { AboutConventions } from "./about-conventions.tsx";
import { AboutCoverage } from "./about-coverage.tsx";
import { AboutReliability } from "./about-reliability.tsx";
import { AboutSources } from "./about-sources.tsx";

/** Sources, coverage, method and limits: what every figure of the room rests on. */
export function AboutDataPage() {
  const { t } = useLingui();
  const { knowledge } = useLaw();
  const { format } = useAsking();
  const day = format.day(knowledge.collectedOn);
  const provisions = format.count(knowledge.provisions.length);
  const checked = format.count(knowledge.provisions.filter((row) => row.checked).length);
  const acts = format.count(knowledge.participation.length);
  return (
    <Page
      title={t({ message: "About the data", comment: "Navigation: sources, coverage, method, limits" })}
      lead={
        <Trans comment="Above the page about the data. day: a date; the others are numbers">
          Collected on {day}:{" "}
          <Plural value={knowledge.instruments.length} one="# instrument" other="# instruments" />, {acts}{" "}
          acts of states, {provisions} codings of provisions, {checked} of them checked against a stored text.
        </Trans>
      }
    >
      <nav
        className="about-contents"
        aria-label={t({
          message: "On this page",
          comment: "Name of a list of links to parts of the page, read aloud",
        })}
      >
        <a href="#coverage">
          {t({ message: "Coverage", comment: "Heading: up to when lists of parties are known" })}
        </a>
        <a href="#conventions">
          {t({ message: "Conventions", comment: "Heading: choices made where others were possible" })}
        </a>
        <a href="#reliability">
          {t({ message: "Reliability", comment: "Heading: how far the data can be trusted" })}
        </a>
        <a href="#limits">{t({ message: "Limits", comment: "Heading: what is missing or weak" })}</a>
        <a href="#sources">{t({ message: "Sources and licences", comment: "Heading" })}</a>
        <a href="#cite">{t({ message: "How to cite", comment: "Heading" })}</a>
      </nav>
      <Section
        id="coverage"
        title={t({ message: "Coverage", comment: "Heading: up to when lists of parties are known" })}
        intro={
          <Trans comment="Under the heading Coverage">
            A list of parties is known up to a day. Until then, absence from it means “not a party”; after it,
            or without a list, nothing can be said of a state that is not on it.
          </Trans>
        }
      >
        <AboutCoverage />
      </Section>
      <Section
        id="conventions"
        title={t({ message: "Conventions", comment: "Heading: choices made where others were possible" })}
        intro={
          <Trans comment="Under the heading Conventions">
            Where the law or the sources leave a choice, this is the one taken. Another choice would move some
            figures.
          </Trans>
        }
      >
        <AboutConventions />
      </Section>
      <AboutReliability />
      <Section id="limits" title={t({ message: "Limits", comment: "Heading: what is missing or weak" })}>
        <Limits />
      </Section>
      <AboutSources />
      <Section id="cite" title={t({ message: "How to cite", comment: "Heading" })}>
        <Citation />
      </Section>
    </Page>
  );
}

function Limits() {
  return (
    <ul className="prose-list measure">
      <li>
        <Trans comment="Limits of the data">
          A missing row means “not found here”. For some instruments no list of parties was found at all;
          others break off or end years ago. The bars above say which.
        </Trans>
      </li>
      <li>
        <Trans comment="Limits of the data">
          Reservations are the weakest part: most were sorted by program, some have been withdrawn since. Do
          not base a legal statement on them.
        </Trans>
      </li>
      <li>
        <Trans comment="Limits of the data">
          A state that left a treaty and is missing from a present-day list may be invisible; only the
          departures that a source reports are held.
        </Trans>
      </li>
      <li>
        <Trans comment="Limits of the data">
          Paraphrases are our own words and point to an article; they are not its text. Strengths of
          provisions not checked against a text were coded from knowledge and are marked.
        </Trans>
      </li>
      <li>
        <Trans comment="Limits of the data">
          What is in force is not what is done: nothing here says whether a duty is carried out.
        </Trans>
      </li>
    </ul>
  );
}

function Citation() {
  const { knowledge } = useLaw();
  const { format } = useAsking();
  const year = knowledge.collectedOn.slice(0, 4);
  const day = format.day(knowledge.collectedOn);
  return (
    <>
      <p className="measure">
        <Trans comment="Above the suggested citation">
          Name the product, the day of the data and the address of the view, which holds its whole question:
        </Trans>
      </p>
      <blockquote className="citation">
        <Trans comment="Suggested citation. year and day: of the data collection">
          Concord: instruments against trafficking in persons ({year}). Data as collected on {day}. Address of
          the view, and the day it was read.
        </Trans>
      </blockquote>
      <p className="measure quiet">
        <Trans comment="Beneath the suggested citation">
          For a single date, cite the depositary; the page of the instrument names the source of each list.
        </Trans>
      </p>
    </>
  );
}
