#!/usr/bin/env python3
"""Derives districts.csv, former_districts.csv, municipalities.csv and postcode_places.csv.

Usage: derive.py FOLDER

FOLDER holds the research tables mv_municipalities.csv, mv_postcodes.csv and mv_former_districts.csv
(their origin and licences: README.md). Written is only what the product needs: keys, names, who
belongs to whom, and points rounded to three decimals (about 100 m). Rows are sorted by key, so that
running it twice changes nothing. The other tables of this folder are kept by hand.
"""

import csv
import sys
from pathlib import Path

HERE = Path(__file__).parent
REFORM = "2011-09-04"
KINDS = {"Landkreis": "district", "kreisfreie Stadt": "independent_city"}
SEATS = {
    "13003": "Rostock", "13004": "Schwerin", "13071": "Neubrandenburg", "13072": "Güstrow",
    "13073": "Stralsund", "13074": "Wismar", "13075": "Greifswald", "13076": "Parchim",
}


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with open(folder / name, encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def write(name: str, header: str, rows: list[list[str]]) -> None:
    with open(HERE / name, "w", encoding="utf-8", newline="") as table:
        out = csv.writer(table, lineterminator="\n")
        out.writerow(header.split(","))
        out.writerows(rows)


def rounded(degrees: str) -> str:
    return f"{float(degrees):.3f}"


def districts(municipalities: list[dict[str, str]]) -> None:
    known = {row["district_ags5"]: (row["district_name"], row["nuts3"]) for row in municipalities}
    rows = []
    for key, (full_name, nuts3) in sorted(known.items()):
        is_district = full_name.startswith("Landkreis ")
        name = full_name.removeprefix("Landkreis ") if is_district else SEATS[key]
        kind = "district" if is_district else "independent_city"
        rows.append([key, name, full_name, kind, SEATS[key], nuts3, REFORM if is_district else ""])
    write("districts.csv", "key,name,full_name,kind,seat,nuts3,valid_from", rows)


def former_districts(former: list[dict[str, str]]) -> None:
    rows = []
    for row in sorted(former, key=lambda row: row["ags5_old"]):
        kind = KINDS[row["type"]]
        full_name = f"Landkreis {row['name']}" if kind == "district" else row["name"]
        rows.append([
            row["ags5_old"], row["name"], full_name, kind, row["seat"], row["nuts3_2010"],
            row["valid_to"], row["successor_ags5"],
        ])
    write("former_districts.csv", "key,name,full_name,kind,seat,nuts3,valid_to,successors", rows)


def municipalities_table(municipalities: list[dict[str, str]]) -> None:
    rows = []
    for row in sorted(municipalities, key=lambda row: row["ags8"]):
        in_association = row["association_type"] == "Amt"
        rows.append([
            row["ags8"], row["name"], "town" if row["type"] == "Stadt" else "municipality",
            row["ars12"][:9] if in_association else "",
            row["association_name"] if in_association else "",
            rounded(row["lat"]), rounded(row["lon"]),
        ])
    write("municipalities.csv", "key,name,kind,association_key,association,lat,lon", rows)


def postcode_places(places: list[dict[str, str]]) -> None:
    rows = sorted(
        [row["plz"], row["place"], row["municipality_ags8"], rounded(row["lat"]), rounded(row["lon"])]
        for row in places
    )
    write("postcode_places.csv", "postcode,place,municipality,lat,lon", rows)


def main() -> None:
    folder = Path(sys.argv[1])
    municipalities = read(folder, "mv_municipalities.csv")
    districts(municipalities)
    former_districts(read(folder, "mv_former_districts.csv"))
    municipalities_table(municipalities)
    postcode_places(read(folder, "mv_postcodes.csv"))


if __name__ == "__main__":
    main()
