import { type FragmentType, readFragment } from "@/gql/public/fragment-masking";
import { type OfferPlace_PlaceFragment, OfferPlace_PlaceFragmentDoc } from "@/gql/public/graphql";
import { T } from "@/i18n";
import { Content } from "@/ui/Content";
import { HoursList } from "./HoursList";
import { PhoneList } from "./PhoneList";

/** Where an offer is. A place that must not be known says so instead of naming an address. */
export function PlaceList({ places }: { places: readonly FragmentType<typeof OfferPlace_PlaceFragmentDoc>[] }) {
  if (places.length === 0) {
    return (
      <p>
        <T id="offer.noPlace" />
      </p>
    );
  }
  return (
    <ul className="sn-phones">
      {places.map((masked) => {
        const place = readFragment(OfferPlace_PlaceFragmentDoc, masked);
        return <PlaceRow key={place.id} place={place} />;
      })}
    </ul>
  );
}

function PlaceRow({ place }: { place: OfferPlace_PlaceFragment }) {
  const { location } = place;
  return (
    <li>
      {location.name && (
        <p>
          <strong>
            <Content of={location.name} />
          </strong>
        </p>
      )}
      {place.description && (
        <p>
          <Content of={place.description} />
        </p>
      )}
      <Addresses location={location} />
      {location.transportNote && (
        <p>
          <T id="offer.route" />: <Content of={location.transportNote} />
        </p>
      )}
      {location.accessibility.length > 0 && <Access features={location.accessibility} />}
      {place.phones.length > 0 && <PhoneList phones={place.phones} />}
      {place.hours.length > 0 && <HoursList hours={place.hours} commitment={null} />}
    </li>
  );
}

function Addresses({ location }: { location: OfferPlace_PlaceFragment["location"] }) {
  if (location.addressVisibility === "HIDDEN") {
    return (
      <p>
        <T id="offer.hiddenPlace" />
      </p>
    );
  }
  return (
    <>
      {location.addresses.map((address) => (
        <address key={address.lines.join()} lang="de" dir="ltr">
          {address.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </address>
      ))}
      {location.addressVisibility === "MUNICIPALITY_ONLY" && (
        <p>
          <T id="offer.municipalityOnly" />
        </p>
      )}
    </>
  );
}

function Access({ features }: { features: OfferPlace_PlaceFragment["location"]["accessibility"] }) {
  return (
    <ul>
      {features.map((feature) => (
        <li key={feature.feature}>
          <Content of={feature.label} />: <T id={`offer.answers.${feature.value}`} />
          {feature.note && (
            <>
              {" · "}
              <Content of={feature.note} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
