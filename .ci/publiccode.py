"""Checks publiccode.yml against the rules of the standard, core schema 0.7.0.

Neither PyPI, npm, crates.io nor Debian has a validator that knows 0.7.0 (publiccode-parser-go is a Go program), so the
rules of the core schema that concern this file are written down here: mandatory keys, closed lists, lengths, dates,
no key that the standard does not have. Not checked: that addresses answer (there is no network in CI).
"""

import datetime
import re
import sys

import yaml

STATUS = {"concept", "development", "beta", "stable", "obsolete"}
KINDS = {"standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend",
         "standalone/other", "addon", "library", "configurationFiles"}
SCOPES = set("""agriculture culture defence education emergency-services employment energy environment
finance-and-economic-development foreign-affairs government healthcare infrastructures justice local-authorities
manufacturing research science-and-technology security society sport tourism transportation welfare""".split())
CATEGORIES = set("""accounting agile-project-management applicant-tracking application-development
appointment-scheduling backup billing-and-invoicing blog budgeting business-intelligence business-process-management cad
call-center-management cloud-management collaboration communications compliance-management contact-management
content-management crm customer-service-and-support data-analytics data-collection data-visualization design
design-system digital-asset-management digital-citizenship document-management donor-management e-commerce e-signature
educational-content email-management email-marketing employee-management enterprise-project-management
enterprise-social-networking erp event-management facility-management feedback-and-reviews-management
financial-reporting fleet-management fundraising gamification geographic-information-systems grant-management
graphic-design help-desk hr ide identity-management instant-messaging inventory-management it-asset-management
it-development it-management it-security it-service-management knowledge-management learning-management-system
marketing mind-mapping mobile-marketing mobile-payment network-management office online-booking online-community
payment-gateway payroll predictive-analysis procurement productivity-suite project-collaboration project-management
property-management real-estate-management remote-support resource-management sales-management seo service-desk
social-media-management survey talent-management task-management taxes-management test-management time-management
time-tracking translation video-conferencing video-editing visitor-management voip warehouse-management
web-collaboration web-conferencing website-builder whistleblowing workflow-management""".split())
TOP = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal",
       "maintenance", "localisation"}
TOP_OPTIONAL = {"applicationSuite", "landingURL", "isBasedOn", "organisation", "softwareVersion", "releaseDate", "logo",
                "categories", "usedBy", "fundedBy", "roadmap", "intendedAudience", "dependsOn", "supports", "IT"}
DESCRIPTION = {"localisedName", "shortDescription", "longDescription", "documentation", "apiDocumentation", "features",
               "screenshots", "videos", "awards"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")

faults = []


def need(holds, what):
    if not holds:
        faults.append(what)


def text(value):
    return isinstance(value, str) and value.strip() != ""


def date(value):
    if isinstance(value, datetime.date):
        return True
    try:
        return isinstance(value, str) and datetime.date.fromisoformat(value) is not None
    except ValueError:
        return False


def listed(value, allowed, where):
    need(isinstance(value, list) and value, f"{where}: a list that is not empty")
    for each in value if isinstance(value, list) else []:
        need(each in allowed, f"{where}: {each!r} is not one of the standard's values")


def check(data):
    need(isinstance(data, dict), "a mapping at the top")
    if not isinstance(data, dict):
        return
    for key in sorted(TOP - data.keys()):
        faults.append(f"{key}: mandatory")
    for key in sorted(data.keys() - TOP - TOP_OPTIONAL):
        faults.append(f"{key}: not in the standard")
    need(data.get("publiccodeYmlVersion") == "0.7.0", "publiccodeYmlVersion: \"0.7.0\" as a string")
    need(text(data.get("name")), "name: a text")
    need(re.fullmatch(r"(https?|git|ssh)://[^\s/]+/.*", str(data.get("url", ""))), "url: an address")
    need(isinstance(data.get("platforms"), list) and all(map(text, data["platforms"])), "platforms: texts")
    if "categories" in data:
        listed(data["categories"], CATEGORIES, "categories")
    need(data.get("developmentStatus") in STATUS, "developmentStatus: one of the standard's values")
    need(data.get("softwareType") in KINDS, "softwareType: one of the standard's values")
    if "releaseDate" in data:
        need(date(data["releaseDate"]), "releaseDate: YYYY-MM-DD")
    if "softwareVersion" in data:
        need(text(data["softwareVersion"]), "softwareVersion: a text")
    audience = data.get("intendedAudience", {})
    if "scope" in audience:
        listed(audience["scope"], SCOPES, "intendedAudience/scope")
    description = data.get("description")
    need(isinstance(description, dict) and description, "description: at least one language")
    for language, said in (description or {}).items():
        where = f"description/{language}"
        need(LANGUAGE.fullmatch(str(language)), f"{where}: a BCP 47 tag")
        for key in sorted(said.keys() - DESCRIPTION):
            faults.append(f"{where}/{key}: not in the standard")
        need(text(said.get("shortDescription")) and len(said["shortDescription"]) <= 150,
             f"{where}/shortDescription: 1 to 150 characters")
        need("\n" not in str(said.get("shortDescription")), f"{where}/shortDescription: one line")
        long = said.get("longDescription")
        need(text(long) and 150 <= len(long) <= 10000, f"{where}/longDescription: 150 to 10000 characters")
        need(isinstance(said.get("features"), list) and said["features"] and all(map(text, said["features"])),
             f"{where}/features: texts")
    need(text(data.get("legal", {}).get("license")), "legal/license: mandatory")
    need(data.get("legal", {}).get("license") == "EUPL-1.2", "legal/license: as LICENSE says")
    maintenance = data.get("maintenance", {})
    need(maintenance.get("type") in {"internal", "contract", "community", "none"}, "maintenance/type: mandatory")
    if maintenance.get("type") in {"internal", "community"}:
        contacts = maintenance.get("contacts")
        need(isinstance(contacts, list) and contacts and all(text(each.get("name")) for each in contacts),
             "maintenance/contacts: each with a name")
    if maintenance.get("type") == "contract":
        contractors = maintenance.get("contractors")
        need(isinstance(contractors, list) and contractors
             and all(text(each.get("name")) and date(each.get("until")) for each in contractors),
             "maintenance/contractors: each with name and until")
    localisation = data.get("localisation", {})
    need(isinstance(localisation.get("localisationReady"), bool), "localisation/localisationReady: true or false")
    languages = localisation.get("availableLanguages")
    need(isinstance(languages, list) and languages and all(LANGUAGE.fullmatch(str(each)) for each in languages),
         "localisation/availableLanguages: BCP 47 tags")


with open(sys.argv[1], encoding="utf-8") as file:
    check(yaml.safe_load(file))
for fault in faults:
    print(f"{sys.argv[1]}: {fault}", file=sys.stderr)
sys.exit(1 if faults else 0)
