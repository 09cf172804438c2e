<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>BulkDialog</name>
        <message numerus="yes">
            <source>Change %n guest(s)</source>
            <translation>
                <numerusform>Change %n guest</numerusform>
                <numerusform>Change %n guests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s) will be changed.</source>
            <translation>
                <numerusform>%n guest will be changed.</numerusform>
                <numerusform>%n guests will be changed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s) are so already.</source>
            <translation>
                <numerusform>%n guest is so already.</numerusform>
                <numerusform>%n guests are so already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s) stay as they are (inside or erased): %1</source>
            <translation>
                <numerusform>%n guest, inside or erased, stays as is: %1</numerusform>
                <numerusform>%n guests, inside or erased, stay as they are: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change %n</source>
            <translation>
                <numerusform>Change %n</numerusform>
                <numerusform>Change %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CategoryPrices</name>
        <message numerus="yes">
            <source>%n guest(s)</source>
            <translation>
                <numerusform>%n guest</numerusform>
                <numerusform>%n guests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChecksCard</name>
        <message numerus="yes">
            <source>Show %n row(s)</source>
            <translation>
                <numerusform>Show the row</numerusform>
                <numerusform>Show %n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n check(s) need you</source>
            <translation>
                <numerusform>%n check needs you</numerusform>
                <numerusform>%n checks need you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to note</source>
            <translation>
                <numerusform>%n to note</numerusform>
                <numerusform>%n to note</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n check(s), nothing is wrong</source>
            <translation>
                <numerusform>%n check, nothing is wrong</numerusform>
                <numerusform>%n checks, nothing is wrong</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message numerus="yes">
            <source>%n payment(s)</source>
            <translation>
                <numerusform>%n payment</numerusform>
                <numerusform>%n payments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s)</source>
            <translation>
                <numerusform>%n guest</numerusform>
                <numerusform>%n guests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DoorPage</name>
        <message numerus="yes">
            <source>The first %n – type more to see fewer</source>
            <translation>
                <numerusform>The first %n – type more to see fewer</numerusform>
                <numerusform>The first %n – type more to see fewer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n min</source>
            <translation>
                <numerusform>about %n min</numerusform>
                <numerusform>about %n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s) inside</source>
            <translation>
                <numerusform>%n guest inside</numerusform>
                <numerusform>%n guests inside</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s) fit</source>
            <translation>
                <numerusform>%n guest fits</numerusform>
                <numerusform>%n guests fit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guests have this name. Which one?</source>
            <translation>
                <numerusform>%n guest has this name.</numerusform>
                <numerusform>%n guests have this name. Which one?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n badges were read at once; the list shows each.</source>
            <translation>
                <numerusform>%n badge was read.</numerusform>
                <numerusform>%n badges were read at once; the list shows each.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DoorQuestions</name>
        <message numerus="yes">
            <source>%n companion(s) too</source>
            <translation>
                <numerusform>The companion too</numerusform>
                <numerusform>%n companions too</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DueCard</name>
        <message numerus="yes">
            <source>%n guest(s)</source>
            <translation>
                <numerusform>%n guest</numerusform>
                <numerusform>%n guests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DueRows</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DuplicatesDialog</name>
        <message numerus="yes">
            <source>%n group(s) of guests look alike. Whoever is one person stays on the list as often as before, each with their own fee and badge; the cards name each other.</source>
            <translation>
                <numerusform>One group of guests looks alike. Whoever is one person stays on the list as often as before, each with their own fee and badge; the cards name each other.</numerusform>
                <numerusform>%n groups of guests look alike. Whoever is one person stays on the list as often as before, each with their own fee and badge; the cards name each other.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EraseDialog</name>
        <message numerus="yes">
            <source>Erase %n guests?</source>
            <translation>
                <numerusform>Erase one guest?</numerusform>
                <numerusform>Erase %n guests?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform />
                <numerusform />
            </translation>
        </message>
    </context>
    <context>
        <name>EventLog</name>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n line</numerusform>
                <numerusform>%n lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FeeSection</name>
        <message numerus="yes">
            <source>%n accepted guest(s) are not charged yet</source>
            <translation>
                <numerusform>%n accepted guest is not charged yet</numerusform>
                <numerusform>%n accepted guests are not charged yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GuestActs</name>
        <message numerus="yes">
            <source>%n guest(s) written to %1</source>
            <translation>
                <numerusform>%n guest written to %1</numerusform>
                <numerusform>%n guests written to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GuestCard</name>
        <message numerus="yes">
            <source>Party of %n</source>
            <translation>
                <numerusform>Party of %n</numerusform>
                <numerusform>Party of %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Brought %n guest(s)</source>
            <translation>
                <numerusform>Brought one guest</numerusform>
                <numerusform>Brought %n guests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and one more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guests are selected</source>
            <translation>
                <numerusform>%n guest is selected</numerusform>
                <numerusform>%n guests are selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GuestDeeds</name>
        <message numerus="yes">
            <source>%n guests are one person.</source>
            <translation>
                <numerusform>One guest.</numerusform>
                <numerusform>%n guests are one person.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s) erased.</source>
            <translation>
                <numerusform>One guest erased.</numerusform>
                <numerusform>%n guests erased.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Room for %n who wait(s): F8</source>
            <translation>
                <numerusform>Room for one who waits: F8</numerusform>
                <numerusform>Room for %n who wait: F8</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GuestEdits</name>
        <message numerus="yes">
            <source>%n guest(s) changed.</source>
            <translation>
                <numerusform>%n guest changed.</numerusform>
                <numerusform>%n guests changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GuestsPage</name>
        <message numerus="yes">
            <source>%n guest(s)</source>
            <translation>
                <numerusform>%n guest</numerusform>
                <numerusform>%n guests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n companion(s)</source>
            <translation>
                <numerusform>%n companion</numerusform>
                <numerusform>%n companions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>Import %n guest(s)</source>
            <translation>
                <numerusform>Import %n guest</numerusform>
                <numerusform>Import %n guests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Make %n change(s)</source>
            <translation>
                <numerusform>Make %n change</numerusform>
                <numerusform>Make %n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new category(ies) are free until fees are set (Settings → Fees).</source>
            <translation>
                <numerusform>%n new category is free until fees are set (Settings → Fees).</numerusform>
                <numerusform>%n new categories are free until fees are set (Settings → Fees).</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IntroducersDialog</name>
        <message numerus="yes">
            <source>%n introducer(s) brought %1 guests.</source>
            <translation>
                <numerusform>One introducer brought %1 guests.</numerusform>
                <numerusform>%n introducers brought %1 guests.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message numerus="yes">
            <source>%n guest(s) taken in</source>
            <translation>
                <numerusform>%n guest taken in</numerusform>
                <numerusform>%n guests taken in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cancelled</source>
            <translation>
                <numerusform>%n cancelled</numerusform>
                <numerusform>%n cancelled</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MoneyPage</name>
        <message numerus="yes">
            <source>%n inside</source>
            <translation>
                <numerusform>%n inside</numerusform>
                <numerusform>%n inside</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s)</source>
            <translation>
                <numerusform>%n guest</numerusform>
                <numerusform>%n guests</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NameTagsPage</name>
        <message numerus="yes">
            <source>%n tag(s) saved in %1</source>
            <translation>
                <numerusform>%n tag saved in %1</numerusform>
                <numerusform>%n tags saved in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) sent to the printer</source>
            <translation>
                <numerusform>%n tag sent to the printer</numerusform>
                <numerusform>%n tags sent to the printer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s)</source>
            <translation>
                <numerusform>%n tag</numerusform>
                <numerusform>%n tags</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s)</source>
            <translation>
                <numerusform>%n sheet</numerusform>
                <numerusform>%n sheets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tag(s) to look at</source>
            <translation>
                <numerusform>%n tag to look at</numerusform>
                <numerusform>%n tags to look at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoShowDialog</name>
        <message numerus="yes">
            <source>%n guest(s) did not come; the fees are as you said.</source>
            <translation>
                <numerusform>One guest did not come; the fee is as you said.</numerusform>
                <numerusform>%n guests did not come; their fees are as you said.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s)</source>
            <translation>
                <numerusform>%n guest</numerusform>
                <numerusform>%n guests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The ordinary fees of %n guest(s) hold again.</source>
            <translation>
                <numerusform>The ordinary fee of one guest holds again.</numerusform>
                <numerusform>The ordinary fees of %n guests hold again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Outcome</name>
        <message numerus="yes">
            <source>%n companion(s), %1 here</source>
            <translation>
                <numerusform>%n companion, %1 here</numerusform>
                <numerusform>%n companions, %1 here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverviewPage</name>
        <message numerus="yes">
            <source>%n came in the last 10 minutes</source>
            <translation>
                <numerusform>%n came in the last 10 minutes</numerusform>
                <numerusform>%n came in the last 10 minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guest(s)</source>
            <translation>
                <numerusform>%n guest</numerusform>
                <numerusform>%n guests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n went out</source>
            <translation>
                <numerusform>%n went out</numerusform>
                <numerusform>%n went out</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PassesDialog</name>
        <message numerus="yes">
            <source>All who may come (%n)</source>
            <translation>
                <numerusform>All who may come (%n)</numerusform>
                <numerusform>All who may come (%n)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Selected guests (%n)</source>
            <translation>
                <numerusform>Selected guests (%n)</numerusform>
                <numerusform>Selected guests (%n)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pass(es) are in the folder.</source>
            <translation>
                <numerusform>One pass is in the folder.</numerusform>
                <numerusform>%n passes are in the folder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and one more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PaymentRows</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PaymentsTab</name>
        <message numerus="yes">
            <source>%n receipt(s) issued.</source>
            <translation>
                <numerusform>One receipt issued.</numerusform>
                <numerusform>%n receipts issued.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PayoutsView</name>
        <message numerus="yes">
            <source>%n payment(s) were passed over by a payout.</source>
            <translation>
                <numerusform>%n payment was passed over by a payout.</numerusform>
                <numerusform>%n payments were passed over by a payout.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of its list are not in the books.</source>
            <translation>
                <numerusform>%n of its list is not in the books.</numerusform>
                <numerusform>%n of its list are not in the books.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the books are not on its list.</source>
            <translation>
                <numerusform>%n of the books is not on its list.</numerusform>
                <numerusform>%n of the books are not on its list.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Pair %n row(s) of its list</source>
            <translation>
                <numerusform>Pair %n row of its list</numerusform>
                <numerusform>Pair %n rows of its list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) paired</source>
            <translation>
                <numerusform>%n row paired</numerusform>
                <numerusform>%n rows paired</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PreviewPart</name>
        <message numerus="yes">
            <source>%n new guest(s)</source>
            <translation>
                <numerusform>%n new guest</numerusform>
                <numerusform>%n new guests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n companion(s)</source>
            <translation>
                <numerusform>%n companion</numerusform>
                <numerusform>%n companions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n on the list already</source>
            <translation>
                <numerusform>%n on the list already</numerusform>
                <numerusform>%n on the list already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%n changed</numerusform>
                <numerusform>%n changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n gone</source>
            <translation>
                <numerusform>%n gone</numerusform>
                <numerusform>%n gone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in doubt</source>
            <translation>
                <numerusform>%n in doubt</numerusform>
                <numerusform>%n in doubt</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) not taken</source>
            <translation>
                <numerusform>%n row not taken</numerusform>
                <numerusform>%n rows not taken</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReceiptRows</name>
        <message numerus="yes">
            <source>%n copies</source>
            <translation>
                <numerusform>%n copy</numerusform>
                <numerusform>%n copies</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReconcileTab</name>
        <message numerus="yes">
            <source>%n row(s) booked. Z takes them back.</source>
            <translation>
                <numerusform>%n row booked. Z takes it back.</numerusform>
                <numerusform>%n rows booked. Z takes them back.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) added</source>
            <translation>
                <numerusform>%n row added</numerusform>
                <numerusform>%n rows added</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RepricingDialog</name>
        <message numerus="yes">
            <source>%n guest(s) were charged another fee</source>
            <translation>
                <numerusform>One guest was charged another fee</numerusform>
                <numerusform>%n guests were charged another fee</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Charge %n anew</source>
            <translation>
                <numerusform>Charge one anew</numerusform>
                <numerusform>Charge %n anew</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Retention</name>
        <message numerus="yes">
            <source>%n guest(s) erased.</source>
            <translation>
                <numerusform>One guest erased.</numerusform>
                <numerusform>%n guests erased.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RowOrders</name>
        <message numerus="yes">
            <source>Take %n match(es) back</source>
            <translation>
                <numerusform>Take %n match back</numerusform>
                <numerusform>Take %n matches back</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message numerus="yes">
            <source>%n guest(s) charged.</source>
            <translation>
                <numerusform>%n guest charged.</numerusform>
                <numerusform>%n guests charged.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SplitBillDialog</name>
        <message numerus="yes">
            <source>%n statement(s)</source>
            <translation>
                <numerusform>%n statement</numerusform>
                <numerusform>%n statements</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatementDialog</name>
        <message numerus="yes">
            <source>Add %n row(s)</source>
            <translation>
                <numerusform>Add %n row</numerusform>
                <numerusform>Add %n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatementPart</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new row</numerusform>
                <numerusform>%n new rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n known</source>
            <translation>
                <numerusform>%n known</numerusform>
                <numerusform>%n known</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be read</source>
            <translation>
                <numerusform>%n cannot be read</numerusform>
                <numerusform>%n cannot be read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TransfersView</name>
        <message numerus="yes">
            <source>Accept %n sure row(s)</source>
            <translation>
                <numerusform>Accept %n sure row</numerusform>
                <numerusform>Accept %n sure rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VisitWords</name>
        <message numerus="yes">
            <source>Came %n time(s)</source>
            <translation>
                <numerusform>Came once</numerusform>
                <numerusform>Came %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Did not come %n time(s)</source>
            <translation>
                <numerusform>Did not come once</numerusform>
                <numerusform>Did not come %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VouchersCard</name>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>one file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaitingDialog</name>
        <message numerus="yes">
            <source>%n accepted</source>
            <translation>
                <numerusform>%n accepted</numerusform>
                <numerusform>%n accepted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) free</source>
            <translation>
                <numerusform>%n place free</numerusform>
                <numerusform>%n places free</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
    </context>
</TS>
