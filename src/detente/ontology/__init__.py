"""What the world is called: states, bodies, offices and who held them, roles, issues, kinds, words of English."""

from detente.ontology.bodies import BODIES, Body, body_named, ministry
from detente.ontology.issues import ISSUES, Issue, issues_in
from detente.ontology.kinds import KINDS, label_of
from detente.ontology.lexicon import lexicon
from detente.ontology.offices import (
    OFFICES,
    PEOPLE,
    TENURES,
    Office,
    Person,
    Tenure,
    holders,
    main_office,
    people_named,
    people_surnamed,
    tenures_of,
)
from detente.ontology.roles import ROLES, Role, RoleMatch, holder_described, role_described, role_of
from detente.ontology.states import STATES, State, StateName, state_named, states_in

__all__ = [
    "BODIES",
    "ISSUES",
    "KINDS",
    "OFFICES",
    "PEOPLE",
    "ROLES",
    "STATES",
    "TENURES",
    "Body",
    "Issue",
    "Office",
    "Person",
    "Role",
    "RoleMatch",
    "State",
    "StateName",
    "Tenure",
    "body_named",
    "holder_described",
    "holders",
    "issues_in",
    "label_of",
    "lexicon",
    "main_office",
    "ministry",
    "people_named",
    "people_surnamed",
    "role_described",
    "role_of",
    "state_named",
    "states_in",
    "tenures_of",
]
