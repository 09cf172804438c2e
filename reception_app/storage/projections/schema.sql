-- Tables derived from facts. They can be dropped and filled again at any time.
-- A `stamp` is a fact's hlc and id: of a value the later stamp wins, of an end (a void, a
-- revocation) the earlier one.

CREATE TABLE event_setting (
    field TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE operator (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE fee_category (
    code TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    price INTEGER NOT NULL,
    early_price INTEGER,
    early_until TEXT,
    walk_in_price INTEGER,
    companion_price INTEGER,
    cancel_until TEXT,
    cancel_fee INTEGER
) STRICT;

CREATE TABLE guest (
    id TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    status TEXT NOT NULL,
    name TEXT NOT NULL,
    reading TEXT NOT NULL,
    badge_name TEXT NOT NULL,
    company TEXT NOT NULL,
    title TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    category TEXT NOT NULL,
    introducer TEXT NOT NULL,
    table_name TEXT NOT NULL,
    labels TEXT NOT NULL,
    note TEXT NOT NULL,
    talks_about TEXT NOT NULL,
    wants_to_meet TEXT NOT NULL,
    ticket_number TEXT NOT NULL,
    listed_as_paid TEXT NOT NULL,
    host TEXT,
    walk_in INTEGER NOT NULL,
    source TEXT NOT NULL,
    list_import TEXT,
    recorded_at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    search_text TEXT NOT NULL,
    admission TEXT,
    inside INTEGER NOT NULL,
    due INTEGER NOT NULL
) STRICT;

CREATE INDEX guest_by_number ON guest (number);
CREATE INDEX guest_by_reading ON guest (sort_key, number);
CREATE INDEX guest_by_host ON guest (host) WHERE host IS NOT NULL;
CREATE INDEX guest_inside_unpaid ON guest (admission) WHERE admission IS NOT NULL AND due > 0;

-- The door's counters are read after every scan, so they are kept and not counted.
CREATE TABLE arrival_count (
    category TEXT NOT NULL PRIMARY KEY,
    guests INTEGER NOT NULL,
    arrived INTEGER NOT NULL,
    expected INTEGER NOT NULL,
    inside INTEGER NOT NULL
) STRICT;

CREATE TRIGGER guest_is_counted AFTER INSERT ON guest
BEGIN
    INSERT INTO arrival_count VALUES (NEW.category, 1, NEW.admission IS NOT NULL,
        NEW.status = 'accepted' OR NEW.admission IS NOT NULL, NEW.inside)
    ON CONFLICT (category) DO UPDATE SET guests = guests + 1,
        arrived = arrived + excluded.arrived, expected = expected + excluded.expected,
        inside = inside + excluded.inside;
END;

CREATE TRIGGER guest_is_counted_anew AFTER UPDATE OF category, status, admission, inside ON guest
WHEN NEW.category <> OLD.category OR NEW.status <> OLD.status OR NEW.inside <> OLD.inside
    OR NEW.admission IS NOT OLD.admission
BEGIN
    UPDATE arrival_count SET guests = guests - 1, arrived = arrived - (OLD.admission IS NOT NULL),
        expected = expected - (OLD.status = 'accepted' OR OLD.admission IS NOT NULL),
        inside = inside - OLD.inside
    WHERE category = OLD.category;
    INSERT INTO arrival_count VALUES (NEW.category, 1, NEW.admission IS NOT NULL,
        NEW.status = 'accepted' OR NEW.admission IS NOT NULL, NEW.inside)
    ON CONFLICT (category) DO UPDATE SET guests = guests + 1,
        arrived = arrived + excluded.arrived, expected = expected + excluded.expected,
        inside = inside + excluded.inside;
    DELETE FROM arrival_count WHERE category = OLD.category AND guests = 0;
END;

CREATE TABLE guest_change (
    guest TEXT NOT NULL,
    field TEXT NOT NULL,
    stamp TEXT NOT NULL,
    value TEXT NOT NULL,
    at TEXT NOT NULL,
    operator TEXT NOT NULL,
    list_import TEXT,
    PRIMARY KEY (guest, field, stamp)
) STRICT, WITHOUT ROWID;

CREATE TABLE guest_status (
    guest TEXT NOT NULL,
    stamp TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    list_import TEXT,
    PRIMARY KEY (guest, stamp)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_import (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL,
    file TEXT NOT NULL,
    headings_key TEXT NOT NULL
) STRICT;

CREATE TABLE listed_guest (
    guest TEXT NOT NULL,
    stamp TEXT NOT NULL,
    list_import TEXT NOT NULL,
    list_row INTEGER NOT NULL,
    companions INTEGER NOT NULL,
    PRIMARY KEY (guest, stamp)
) STRICT, WITHOUT ROWID;

-- What a list said of a guest while something else stood there and was kept.
CREATE TABLE list_overruled (
    guest TEXT NOT NULL,
    field TEXT NOT NULL,
    stamp TEXT NOT NULL,
    value TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (guest, field, stamp)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_mapping (
    headings_key TEXT NOT NULL PRIMARY KEY,
    columns_json TEXT NOT NULL,
    fixed_json TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE same_person (
    link TEXT NOT NULL,
    guest TEXT NOT NULL,
    at TEXT NOT NULL,
    operator TEXT NOT NULL,
    stamp TEXT NOT NULL,
    PRIMARY KEY (link, guest)
) STRICT, WITHOUT ROWID;

CREATE INDEX same_person_by_guest ON same_person (guest);

CREATE TABLE same_person_withdrawn (
    link TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

-- Two guests, the lower id first, of whom a person said whether they are told apart.
CREATE TABLE told_apart (
    guest TEXT NOT NULL,
    other TEXT NOT NULL,
    apart INTEGER NOT NULL,
    stamp TEXT NOT NULL,
    PRIMARY KEY (guest, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE past_visits (
    guest TEXT NOT NULL PRIMARY KEY,
    attended INTEGER NOT NULL,
    missed INTEGER NOT NULL,
    owed INTEGER NOT NULL,
    last_event TEXT NOT NULL,
    last_date TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE substitution (
    fact TEXT NOT NULL PRIMARY KEY,
    guest TEXT NOT NULL,
    substitute TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE INDEX substitution_by_guest ON substitution (guest);
CREATE INDEX substitution_by_substitute ON substitution (substitute);

CREATE TABLE erased_guest (
    guest TEXT NOT NULL PRIMARY KEY,
    shown_name TEXT NOT NULL,
    at TEXT NOT NULL,
    operator TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE badge (
    code TEXT NOT NULL PRIMARY KEY,
    guest TEXT NOT NULL,
    alias INTEGER NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE INDEX badge_by_guest ON badge (guest);

CREATE TABLE badge_revoked (
    code TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE spare_badge (
    code TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE admission (
    id TEXT NOT NULL PRIMARY KEY,
    guest TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    desk TEXT NOT NULL,
    operator TEXT NOT NULL,
    scan TEXT NOT NULL,
    payment TEXT,
    forced INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX admission_by_guest ON admission (guest, stamp);
CREATE INDEX admission_by_time ON admission (stamp);
CREATE INDEX admission_by_payment ON admission (payment) WHERE payment IS NOT NULL;

CREATE TABLE admission_voided (
    admission TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    operator TEXT NOT NULL,
    reason TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE leaving (
    fact TEXT NOT NULL PRIMARY KEY,
    guest TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL
) STRICT;

CREATE INDEX leaving_by_guest ON leaving (guest, stamp);

CREATE TABLE refused_scan (
    fact TEXT NOT NULL PRIMARY KEY,
    scan TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    desk TEXT NOT NULL,
    operator TEXT NOT NULL,
    verdict TEXT NOT NULL,
    guest TEXT,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX refused_scan_by_time ON refused_scan (stamp);
CREATE INDEX refused_scan_by_guest ON refused_scan (guest, stamp) WHERE guest IS NOT NULL;

CREATE TABLE payment_promise (
    fact TEXT NOT NULL PRIMARY KEY,
    guest TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    reason TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;

CREATE INDEX payment_promise_by_guest ON payment_promise (guest, stamp);

CREATE TABLE shift (
    id TEXT NOT NULL PRIMARY KEY,
    box TEXT NOT NULL,
    operator TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    opening INTEGER NOT NULL,
    pieces TEXT NOT NULL,
    follows TEXT
) STRICT;

CREATE INDEX shift_by_box ON shift (box, stamp);

CREATE TABLE shift_count (
    fact TEXT NOT NULL PRIMARY KEY,
    shift TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL,
    counted INTEGER NOT NULL,
    pieces TEXT NOT NULL
) STRICT;

CREATE TRIGGER shift_count_is_never_changed BEFORE UPDATE ON shift_count
BEGIN SELECT RAISE(ABORT, 'counts are never changed'); END;

CREATE TRIGGER shift_count_is_never_deleted BEFORE DELETE ON shift_count
BEGIN SELECT RAISE(ABORT, 'counts are never deleted'); END;

CREATE INDEX shift_count_by_shift ON shift_count (shift, stamp);

CREATE TABLE shift_closed (
    shift TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    operator TEXT NOT NULL,
    expected INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    reason TEXT NOT NULL,
    kept INTEGER NOT NULL
) STRICT;

CREATE TRIGGER shift_is_never_changed BEFORE UPDATE ON shift
BEGIN SELECT RAISE(ABORT, 'shifts are never changed'); END;

CREATE TRIGGER shift_is_never_deleted BEFORE DELETE ON shift
BEGIN SELECT RAISE(ABORT, 'shifts are never deleted'); END;

CREATE TRIGGER count_is_never_changed BEFORE UPDATE ON shift_count
BEGIN SELECT RAISE(ABORT, 'counts are never changed'); END;

CREATE TRIGGER count_is_never_deleted BEFORE DELETE ON shift_count
BEGIN SELECT RAISE(ABORT, 'counts are never deleted'); END;

CREATE TRIGGER closing_is_never_changed BEFORE UPDATE ON shift_closed
BEGIN SELECT RAISE(ABORT, 'closings are never changed'); END;

CREATE TRIGGER closing_is_never_deleted BEFORE DELETE ON shift_closed
BEGIN SELECT RAISE(ABORT, 'closings are never deleted'); END;

CREATE TABLE entry (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    currency TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL,
    guest TEXT,
    tender TEXT,
    tendered INTEGER CHECK (tendered >= 0),
    change INTEGER CHECK (change >= 0),
    box TEXT,
    shift TEXT,
    reverses TEXT UNIQUE REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX entry_by_time ON entry (stamp);
CREATE INDEX entry_by_shift ON entry (shift) WHERE shift IS NOT NULL;
CREATE INDEX entry_by_guest ON entry (guest) WHERE guest IS NOT NULL;

CREATE TABLE posting (
    entry TEXT NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL,
    account TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount <> 0),
    guest TEXT,
    PRIMARY KEY (entry, line),
    -- A guest's balance is the receivable account's part of that guest, with nothing left over.
    CHECK (account <> '1300' OR guest IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX posting_by_account ON posting (account, amount);
CREATE INDEX posting_by_guest ON posting (guest, account, amount) WHERE guest IS NOT NULL;

CREATE TRIGGER guest_owes AFTER INSERT ON posting WHEN NEW.account = '1300'
BEGIN UPDATE guest SET due = due + NEW.amount WHERE id = NEW.guest; END;

-- Postings are written before their entry; the entry closes them.
CREATE TRIGGER posting_belongs_to_an_open_entry BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'the entry is posted already'); END;

CREATE TRIGGER posting_is_never_changed BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'postings are never changed'); END;

CREATE TRIGGER posting_is_never_deleted BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'postings are never deleted'); END;

CREATE TRIGGER entry_balances BEFORE INSERT ON entry
WHEN (SELECT COUNT(*) < 2 OR SUM(amount) <> 0 FROM posting WHERE entry = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the entry does not balance'); END;

CREATE TRIGGER entry_is_in_the_currency_of_the_event BEFORE INSERT ON entry
WHEN NEW.currency <> (SELECT value FROM event_setting WHERE field = 'currency')
BEGIN SELECT RAISE(ABORT, 'the entry is in another currency'); END;

CREATE TRIGGER entry_is_not_in_a_closed_shift BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM shift_closed WHERE shift = NEW.shift)
BEGIN SELECT RAISE(ABORT, 'the shift is closed'); END;

CREATE TRIGGER cash_moves_in_a_shift BEFORE INSERT ON entry
WHEN NEW.shift IS NULL
    AND EXISTS (SELECT 1 FROM posting WHERE entry = NEW.id AND account GLOB '1000-*')
BEGIN SELECT RAISE(ABORT, 'cash moves in a shift only'); END;

CREATE TRIGGER reversal_mirrors_its_entry BEFORE INSERT ON entry
WHEN NEW.reverses IS NOT NULL AND (
    EXISTS (SELECT 1 FROM entry WHERE id = NEW.reverses AND reverses IS NOT NULL)
    OR EXISTS (
        SELECT line, account, -amount, guest FROM posting WHERE entry = NEW.reverses
        EXCEPT SELECT line, account, amount, guest FROM posting WHERE entry = NEW.id
    )
    OR EXISTS (
        SELECT line, account, amount, guest FROM posting WHERE entry = NEW.id
        EXCEPT SELECT line, account, -amount, guest FROM posting WHERE entry = NEW.reverses
    )
)
BEGIN SELECT RAISE(ABORT, 'a reversal mirrors one entry that is no reversal'); END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;

CREATE TRIGGER entry_is_not_in_a_sealed_event BEFORE INSERT ON entry
WHEN EXISTS (
    SELECT 1 FROM event_seal s WHERE s.stamp < NEW.stamp AND NOT EXISTS (
        SELECT 1 FROM event_unsealed u WHERE u.seal = s.seal AND u.stamp < NEW.stamp
    )
)
BEGIN SELECT RAISE(ABORT, 'the event is sealed'); END;

CREATE TABLE event_seal (
    seal TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    balances TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL
) STRICT;

CREATE TRIGGER seal_is_never_changed BEFORE UPDATE ON event_seal
BEGIN SELECT RAISE(ABORT, 'seals are never changed'); END;

CREATE TRIGGER seal_is_never_deleted BEFORE DELETE ON event_seal
BEGIN SELECT RAISE(ABORT, 'seals are never deleted'); END;

CREATE TABLE event_unsealed (
    fact TEXT NOT NULL PRIMARY KEY,
    seal TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL
) STRICT;

CREATE TRIGGER unsealing_is_never_changed BEFORE UPDATE ON event_unsealed
BEGIN SELECT RAISE(ABORT, 'broken seals are never changed'); END;

CREATE TRIGGER unsealing_is_never_deleted BEFORE DELETE ON event_unsealed
BEGIN SELECT RAISE(ABORT, 'broken seals are never deleted'); END;

CREATE TABLE organizer (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE voucher (
    entry TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL CHECK (number > 0),
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    channel TEXT NOT NULL,
    account TEXT NOT NULL,
    organizer TEXT,
    settles TEXT,
    payee TEXT NOT NULL,
    purpose TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE INDEX voucher_by_number ON voucher (number);

CREATE TRIGGER voucher_is_never_changed BEFORE UPDATE ON voucher
BEGIN SELECT RAISE(ABORT, 'vouchers are never changed'); END;

CREATE TRIGGER voucher_is_never_deleted BEFORE DELETE ON voucher
BEGIN SELECT RAISE(ABORT, 'vouchers are never deleted'); END;

CREATE TABLE no_receipt (
    voucher TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
    id TEXT NOT NULL PRIMARY KEY,
    voucher TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    media_type TEXT NOT NULL,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL
) STRICT;

CREATE INDEX evidence_by_voucher ON evidence (voucher, stamp);
CREATE INDEX evidence_by_content ON evidence (sha256);

CREATE TRIGGER evidence_is_never_changed BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is never changed'); END;

CREATE TRIGGER evidence_is_never_deleted BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted'); END;

CREATE TABLE evidence_withdrawn (
    evidence TEXT NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TRIGGER evidence_withdrawn_is_never_deleted BEFORE DELETE ON evidence_withdrawn
BEGIN SELECT RAISE(ABORT, 'withdrawals are never deleted'); END;

CREATE TABLE budget_line (
    account TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    amount INTEGER NOT NULL,
    remark TEXT NOT NULL
) STRICT;

CREATE TABLE no_show (
    run TEXT NOT NULL,
    guest TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL,
    entries_json TEXT NOT NULL,
    PRIMARY KEY (run, guest)
) STRICT, WITHOUT ROWID;

CREATE INDEX no_show_by_guest ON no_show (guest);

CREATE TABLE no_show_taken_back (
    run TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE receipt (
    id TEXT NOT NULL PRIMARY KEY,
    prefix TEXT NOT NULL,
    box TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    entry TEXT NOT NULL,
    guest TEXT,
    payee TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    tender TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (box, number)
) STRICT;

CREATE INDEX receipt_by_entry ON receipt (entry);
CREATE INDEX receipt_by_guest ON receipt (guest) WHERE guest IS NOT NULL;

CREATE TRIGGER receipt_numbers_have_no_gap BEFORE INSERT ON receipt
WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM receipt WHERE box = NEW.box)
BEGIN SELECT RAISE(ABORT, 'receipt numbers have no gap'); END;

-- The payee alone can be overwritten: a person may be erased, a receipt may not.
CREATE TRIGGER receipt_is_never_changed BEFORE UPDATE
OF id, prefix, box, number, entry, guest, amount, tender, at ON receipt
BEGIN SELECT RAISE(ABORT, 'receipts are never changed'); END;

CREATE TRIGGER receipt_is_never_deleted BEFORE DELETE ON receipt
BEGIN SELECT RAISE(ABORT, 'receipts are never deleted'); END;

CREATE TABLE receipt_voided (
    receipt TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TRIGGER receipt_voided_is_never_deleted BEFORE DELETE ON receipt_voided
BEGIN SELECT RAISE(ABORT, 'voids are never deleted'); END;

CREATE TABLE receipt_reprint (
    fact TEXT NOT NULL PRIMARY KEY,
    receipt TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TRIGGER receipt_reprint_is_never_changed BEFORE UPDATE ON receipt_reprint
BEGIN SELECT RAISE(ABORT, 'reprints are never changed'); END;

CREATE TRIGGER receipt_reprint_is_never_deleted BEFORE DELETE ON receipt_reprint
BEGIN SELECT RAISE(ABORT, 'reprints are never deleted'); END;

CREATE TABLE name_tag_print (
    fact TEXT NOT NULL,
    position INTEGER NOT NULL,
    guest TEXT NOT NULL,
    at TEXT NOT NULL,
    design TEXT NOT NULL,
    PRIMARY KEY (fact, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX name_tag_print_by_guest ON name_tag_print (guest, at);

CREATE TABLE name_tag_handed (
    fact TEXT NOT NULL PRIMARY KEY,
    guest TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    desk TEXT NOT NULL,
    operator TEXT NOT NULL
) STRICT;

CREATE INDEX name_tag_handed_by_guest ON name_tag_handed (guest, stamp);

-- The body is empty when the design is offered no longer.
CREATE TABLE tag_design (
    key TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE picture (
    key TEXT NOT NULL PRIMARY KEY,
    media TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    source TEXT NOT NULL,
    opening INTEGER,
    closing INTEGER,
    account_tail TEXT NOT NULL,
    headings_key TEXT NOT NULL,
    mapping TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL
) STRICT;

CREATE TABLE statement_withdrawn (
    statement TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE INDEX statement_by_headings ON statement (headings_key, stamp);

-- Two desks may read the same row: of rows with one identity the first counts.
CREATE TABLE statement_row (
    id TEXT NOT NULL PRIMARY KEY,
    statement TEXT NOT NULL,
    account TEXT NOT NULL,
    date TEXT NOT NULL,
    amount INTEGER NOT NULL,
    balance INTEGER,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    time TEXT NOT NULL,
    fee INTEGER NOT NULL,
    batch TEXT NOT NULL,
    occurrence INTEGER NOT NULL,
    identity TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE INDEX statement_row_by_identity ON statement_row (identity, stamp);
CREATE INDEX statement_row_by_date ON statement_row (account, date, stamp);

CREATE TABLE statement_match (
    id TEXT NOT NULL PRIMARY KEY,
    row TEXT NOT NULL,
    entry TEXT NOT NULL,
    amount INTEGER NOT NULL,
    posted INTEGER NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL,
    operator TEXT NOT NULL
) STRICT;

CREATE INDEX statement_match_by_row ON statement_match (row);
CREATE INDEX statement_match_by_entry ON statement_match (entry);

CREATE TABLE statement_unmatched (
    match TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE payout_payment (
    match TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (match, entry)
) STRICT, WITHOUT ROWID;

CREATE INDEX payout_by_payment ON payout_payment (entry);

CREATE TABLE statement_row_ignored (
    row TEXT NOT NULL PRIMARY KEY,
    ignored INTEGER NOT NULL,
    reason TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE payer_alias (
    id TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    guests TEXT NOT NULL,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;

CREATE TABLE payer_alias_removed (
    alias TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    stamp TEXT NOT NULL
) STRICT;
