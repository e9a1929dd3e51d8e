import { type ReactNode, useEffect, useRef, useState } from "react";
import { DISTRICT_NAMES } from "@/geo/districts";
import type { AnswerInput, ResponsibleQuery } from "@/gql/public/graphql";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { moveTo } from "@/shared/moveTo";
import { Button } from "@/ui/Button";
import { CallLink } from "@/ui/CallLink";
import { Content, German } from "@/ui/Content";
import { Failure } from "@/ui/Failure";
import { Skeleton } from "@/ui/Skeleton";
import { useSourceDate } from "@/ui/Sources";
import { NumberList } from "./NumberList";
import { PlaceForm } from "./PlaceForm";
import { usePlaceMeant, useResponsible, type Where, whereOf } from "./queries";

type Answer = ResponsibleQuery["responsible"];

interface Props {
  /** What can be done with an office, below its numbers; nothing where the telephone is the way. */
  actionsOf?: ((office: string) => ReactNode) | undefined;
}

/** Place in, responsible office out: always with its numbers, and with one question where one helps. */
export function Responsible({ actionsOf }: Props) {
  const [where, setWhere] = useState<Where | null>(null);
  const [answers, setAnswers] = useState<readonly AnswerInput[]>([]);
  const ask = (next: Where) => {
    setAnswers([]);
    setWhere(next);
  };
  return (
    <section className="sn-section" aria-labelledby="sn-ask">
      <h2 id="sn-ask">
        <T id="worry.ask" />
      </h2>
      <PlaceForm onPlace={(words) => ask(whereOf(words))} />
      {where && (
        <Result
          where={where}
          answers={answers}
          actionsOf={actionsOf}
          onAnswer={(answer) => setAnswers([...answers.filter((a) => a.questionId !== answer.questionId), answer])}
          onMeant={(name) => ask(whereOf(name))}
          onDistrict={(key) => ask({ words: DISTRICT_NAMES[key] ?? key, place: { district: key } })}
        />
      )}
    </section>
  );
}

interface ResultProps extends Props {
  where: Where;
  answers: readonly AnswerInput[];
  onAnswer: (answer: AnswerInput) => void;
  onMeant: (name: string) => void;
  onDistrict: (key: string) => void;
}

function Result({ where, answers, actionsOf, onAnswer, onMeant, onDistrict }: ResultProps) {
  const { t } = useVoice();
  const { data, error, isPlaceholderData, refetch } = useResponsible(where, answers);
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = data !== undefined && !isPlaceholderData;
  // What was pressed goes with the question: the focus follows a new place, and each answer to a question about it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not each time that the same is fetched again
  useEffect(() => {
    if (arrived) moveTo(heading.current);
  }, [where, answers, arrived]);
  if (error)
    return <Failure title={t("worry.failed")} error={error} onRetry={() => void refetch()} hotline={HOTLINE} />;
  if (!data) return <Skeleton rows={2} />;
  const answer = data.responsible;
  return (
    <div className="sn-stack" aria-busy={isPlaceholderData}>
      <h3 ref={heading} tabIndex={-1}>
        <T id="worry.result" values={{ place: <German>{where.words}</German> }} />
      </h3>
      <p role="status">
        <T id={isPlaceholderData ? "core.state.loading" : `worry.status.${answer.status}`} />
      </p>
      {answer.question && <OneQuestion question={answer.question} onAnswer={onAnswer} />}
      {answer.status === "UNKNOWN_PLACE" && (
        <>
          {where.place.placeName && <PlaceMeant words={where.place.placeName} onMeant={onMeant} />}
          <DistrictChoice onDistrict={onDistrict} />
        </>
      )}
      {answer.candidates.map((candidate) => (
        <Candidate key={`${candidate.body.id}-${candidate.area.key}`} of={candidate}>
          {actionsOf?.(candidate.body.id)}
        </Candidate>
      ))}
      {answer.fallback.length > 0 && (
        <section className="sn-card" aria-labelledby="sn-fallback">
          <h3 id="sn-fallback">
            <T id="worry.fallback" />
          </h3>
          <NumberList numbers={answer.fallback} />
        </section>
      )}
      <Explanation answer={answer} />
    </div>
  );
}

/** All candidates are already in sight: nobody must answer first. */
function OneQuestion({
  question,
  onAnswer,
}: {
  question: NonNullable<Answer["question"]>;
  onAnswer: ResultProps["onAnswer"];
}) {
  return (
    <fieldset className="sn-card sn-form__group">
      <legend className="kern-sr-only">
        <T id="worry.question" />
      </legend>
      <p>
        <strong>
          <Content of={question.text} />
        </strong>
      </p>
      <ul className="sn-options">
        {question.options.map((option) => (
          <li key={option.value}>
            <Button onClick={() => onAnswer({ questionId: question.id, value: option.value })}>
              <German>{option.label}</German>
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** A slip of the pen is no unknown place: what was probably meant is one press away. */
function PlaceMeant({ words, onMeant }: { words: string } & Pick<ResultProps, "onMeant">) {
  const { data: place } = usePlaceMeant(words);
  return (
    <div role="status">
      {place && (
        <Button look="primary" onClick={() => onMeant(place)}>
          <T id="worry.didYouMean" values={{ place: <German>{place}</German> }} />
        </Button>
      )}
    </div>
  );
}

function DistrictChoice({ onDistrict }: { onDistrict: (key: string) => void }) {
  const { t } = useVoice();
  return (
    <ul className="sn-options" aria-label={t("worry.districts")}>
      {Object.entries(DISTRICT_NAMES).map(([key, name]) => (
        <li key={key}>
          <Button onClick={() => onDistrict(key)}>
            <German>{name}</German>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Candidate({ of, children }: { of: Answer["candidates"][number]; children?: ReactNode }) {
  const { t } = useVoice();
  return (
    <article className="sn-card">
      <p className="sn-muted">
        <T id={of.certainty === "CERTAIN" ? "worry.office" : "worry.maybe"} /> · <German>{of.area.fullName}</German>
      </p>
      <h3>
        <Content of={of.body.name} />{" "}
        {of.body.demo && (
          <span className="sn-label">
            <T id="core.example" />
          </span>
        )}
      </h3>
      {of.because.length > 0 && (
        <p className="sn-muted">
          <T id="worry.because" />{" "}
          {of.because.map((reason, index) => (
            <span key={reason.value}>
              {index > 0 && ", "}
              <Content of={reason} />
            </span>
          ))}
        </p>
      )}
      {of.numbers.length > 0 ? (
        <NumberList numbers={of.numbers} />
      ) : (
        <>
          <p>
            <T id="worry.noNumbers" />
          </p>
          <div className="sn-actions">
            <CallLink {...HOTLINE} of={t("core.lines.hotline")} />
          </div>
        </>
      )}
      {children}
    </article>
  );
}

function Explanation({ answer }: { answer: Answer }) {
  const asText = useSourceDate();
  return (
    <div className="sn-section">
      {answer.explanation.length > 0 && (
        <>
          <h3>
            <T id="worry.explanation" />
          </h3>
          {answer.explanation.map((text) => (
            <p key={text.value}>
              <Content of={text} />
            </p>
          ))}
        </>
      )}
      <p className="sn-muted">
        <T
          id="worry.dataAsOf"
          values={{ date: asText(answer.dataAsOf), sources: <German>{answer.sources.join(", ")}</German> }}
        />
      </p>
    </div>
  );
}
