"""Contacts in the many ways of telling them: one sentence for each, read as of 20 June 2023, a Tuesday."""

import pytest

from detente.extract.engagements import extract_engagements
from detente.resolve.people import resolve_mentions
from detente.text.chain import Found

pytestmark = pytest.mark.usefixtures("rules_alone")

ROWS = [
    (
        "Secretary of State Antony Blinken called Chinese Foreign Minister Qin Gang on Monday to congratulate him on his return.",
        [("held call", "2023-06-19", "Antony Blinken, Qin Gang")],
    ),
    (
        "Secretary of State Antony Blinken had a phone call with Chinese Foreign Minister Qin Gang on Monday.",
        [("held call", "2023-06-19", "Antony Blinken, Qin Gang")],
    ),
    (
        "Prime Minister Fumio Kishida placed a call to President Joe Biden on Monday.",
        [("held call", "2023-06-19", "Fumio Kishida, Joe Biden")],
    ),
    (
        "President Biden received a call from Prime Minister Fumio Kishida on Monday.",
        [("held call", "2023-06-19", "Fumio Kishida, Joe Biden")],
    ),
    (
        "Qin Gang and Antony Blinken exchanged views in Vienna on Monday.",
        [("held talks", "2023-06-19", "Antony Blinken, Qin Gang")],
    ),
    ("Blinken arrived in Beijing on Sunday for two days of talks.", [("held visit", "2023-06-18", "Antony Blinken")]),
    (
        "Chinese Premier Li Qiang held talks with Prime Minister Anthony Albanese during a visit to Canberra last week.",
        [("held talks", "2023-06", "Anthony Albanese, Li Qiang"), ("held visit", "2023-06", "Li Qiang")],
    ),
    (
        "Turkish Foreign Minister Hakan Fidan met his Greek counterpart Giorgos Gerapetritis on the sidelines of a NATO gathering in Vilnius.",
        [("held meeting", None, "Giorgos Gerapetritis, Hakan Fidan")],
    ),
    (
        "The Kremlin said President Vladimir Putin would meet Turkish President Recep Tayyip Erdogan in Sochi on July 5.",
        [("planned meeting", "2023-07-05", "Recep Tayyip Erdogan, Vladimir Putin")],
    ),
    (
        "Beijing has declined a US request for a meeting between Defence Secretary Lloyd Austin and Chinese Defence Minister Li Shangfu in Singapore.",
        [("declined meeting", None, "Li Shangfu, Lloyd Austin")],
    ),
    (
        "China turned down an invitation for Li Shangfu to meet Lloyd Austin in Singapore.",
        [("declined meeting", None, "Li Shangfu, Lloyd Austin")],
    ),
    (
        "Blinken postponed a planned trip to Beijing in February after a balloon was spotted.",
        [("postponed visit", "2023-02", "Antony Blinken")],
    ),
    (
        "Germany's foreign minister, Annalena Baerbock, called off a visit to Beijing.",
        [("cancelled visit", None, "Annalena Baerbock")],
    ),
    (
        "President Emmanuel Macron invited President Xi Jinping to visit Paris next year.",
        [("proposed visit", "2024", "Xi Jinping")],
    ),
    ("Xi Jinping accepted Macron's invitation to visit France.", [("planned visit", None, "Xi Jinping")]),
    (
        "India summoned the Canadian high commissioner on Monday over the protest.",
        [("held meeting", "2023-06-19", "Canadian high commissioner")],
    ),
    (
        "The Foreign Ministry in Ankara summoned the Swedish ambassador.",
        [("held meeting", None, "Swedish ambassador")],
    ),
    (
        "Foreign Minister Hayashi Yoshimasa wrote to his Chinese counterpart Qin Gang last month.",
        [("held letter", "2023-05", "Qin Gang, Yoshimasa Hayashi")],
    ),
    (
        "Kim Jong Un sent a letter to Vladimir Putin on Monday.",
        [("held letter", "2023-06-19", "Kim Jong Un, Vladimir Putin")],
    ),
    ("Xi and Putin exchanged congratulatory messages.", []),
    (
        "Officials from Japan and South Korea are due to hold talks in Seoul next Wednesday.",
        [("planned talks", "2023-06-28", "officials from Japan and South Korea")],
    ),
    ("The two countries held the fifth round of trade negotiations in Geneva in May.", []),
    (
        "China and Australia held the fifth round of trade negotiations in Geneva in May.",
        [("held talks", "2023-05", "Australia, China")],
    ),
    (
        "Defence chiefs of India and China met at the border on Sunday for the 18th round of corps commander talks.",
        [("held meeting", "2023-06-18", "China, India")],
    ),
    (
        "Rishi Sunak hosted Volodymyr Zelensky at Chequers on May 15.",
        [("held meeting", "2023-05-15", "Rishi Sunak, Volodymyr Zelensky")],
    ),
    (
        "Zelensky visited London on May 15 and met Sunak at Chequers.",
        [
            ("held visit", "2023-05-15", "Volodymyr Zelensky"),
            ("held meeting", "2023-05-15", "Rishi Sunak, Volodymyr Zelensky"),
        ],
    ),
    (
        "Li Qiang is on a four-day visit to Germany, his first trip abroad since taking office.",
        [("held visit", None, "Li Qiang")],
    ),
    (
        "During his trip to Warsaw in March, Yoon Suk Yeol met Andrzej Duda.",
        [("held meeting", "2023-03", "Andrzej Duda, Yoon Suk Yeol"), ("held visit", "2023-03", "Yoon Suk Yeol")],
    ),
    (
        "US national security adviser Jake Sullivan met senior Chinese diplomat Wang Yi in Vienna for two days in May.",
        [("held meeting", "2023-05", "Jake Sullivan, Wang Yi")],
    ),
    ("Sullivan and Wang spent more than eight hours together in Vienna on May 10 and 11.", []),
    (
        "A Russian delegation led by Deputy Foreign Minister Sergei Ryabkov travelled to Tehran on Monday.",
        [("held visit", "2023-06-19", "Sergei Ryabkov")],
    ),
    (
        "Iranian Foreign Minister Hossein Amir-Abdollahian flew to Riyadh on Saturday, the first such visit in seven years.",
        [("held visit", "2023-06-17", "Hossein Amir-Abdollahian")],
    ),
    (
        "Amir-Abdollahian is scheduled to meet Saudi Foreign Minister Faisal bin Farhan in Tehran on Saturday.",
        [("planned meeting", "2023-06-24", "Abdollahian, Faisal bin Farhan")],
    ),
    (
        "Saudi Foreign Minister Faisal bin Farhan was received by President Ebrahim Raisi in Tehran.",
        [("held meeting", None, "Ebrahim Raisi, Faisal bin Farhan")],
    ),
    (
        "President Biden and President Xi are expected to meet on the margins of the APEC summit in San Francisco in November.",
        [("planned meeting", "2023-11", "Joe Biden, Xi Jinping")],
    ),
    (
        "The presidents of Armenia and Azerbaijan, Vahagn Khachaturyan and Ilham Aliyev, shook hands in Moscow.",
        [("held meeting", None, "Ilham Aliyev, Vahagn Khachaturyan")],
    ),
    (
        "Nikol Pashinyan and Ilham Aliyev sat down for talks in Brussels on May 14.",
        [("held talks", "2023-05-14", "Ilham Aliyev, Nikol Pashinyan")],
    ),
    (
        "Talks between Nikol Pashinyan and Ilham Aliyev in Washington were put off.",
        [("postponed talks", None, "Ilham Aliyev, Nikol Pashinyan")],
    ),
    (
        "Olaf Scholz telephoned Vladimir Putin for an hour on Friday.",
        [("held call", "2023-06-16", "Olaf Scholz, Vladimir Putin")],
    ),
    (
        "In a telephone conversation on Friday, Olaf Scholz urged Vladimir Putin to withdraw.",
        [("held call", "2023-06-16", "Olaf Scholz, Vladimir Putin")],
    ),
    (
        "Scholz told Putin by phone on Friday that the war must end.",
        [("held call", "2023-06-16", "Olaf Scholz, Vladimir Putin")],
    ),
    (
        "Ursula von der Leyen and Rishi Sunak signed the Windsor accord on February 27.",
        [("held meeting", "2023-02-27", "Rishi Sunak, Ursula von der Leyen")],
    ),
    (
        "Mexican President Andres Manuel Lopez Obrador skipped a summit with Biden in Los Angeles.",
        [("declined summit", None, "Andres Manuel Lopez Obrador, Joe Biden")],
    ),
    (
        "Talks broke down on Monday between Serbian President Aleksandar Vucic and Kosovo's Albin Kurti in Brussels.",
        [("held talks", "2023-06-19", "Albin Kurti, Aleksandar Vucic")],
    ),
    ("Janet Yellen is heading to China early next month.", [("planned visit", "2023-07", "Janet Yellen")]),
    (
        "Commerce Secretary Gina Raimondo plans a trip to Beijing later this year.",
        [("planned visit", "2023", "Gina Raimondo")],
    ),
    ("Blinken also sat down with Wang Yi for three hours.", [("held meeting", None, "Antony Blinken, Wang Yi")]),
    (
        "Wang Yi met with Antony Blinken at the Diaoyutai State Guesthouse on Monday.",
        [("held meeting", "2023-06-19", "Antony Blinken, Wang Yi")],
    ),
    ("Xi Jinping's meeting with Blinken lasted 35 minutes.", [("held meeting", None, "Antony Blinken, Xi Jinping")]),
    (
        "Blinken's two-day trip to Beijing ended with a 35-minute meeting with Xi Jinping.",
        [("held visit", None, "Antony Blinken"), ("held meeting", None, "Antony Blinken, Xi Jinping")],
    ),
    (
        "Ahead of his meeting with Narendra Modi, Biden spoke to reporters.",
        [("planned meeting", None, "Joe Biden, Narendra Modi")],
    ),
    ("Modi arrives in Washington on Wednesday for a state visit.", [("planned visit", "2023-06-21", "Narendra Modi")]),
    (
        "The US ambassador, Nicholas Burns, met Commerce Minister Wang Wentao in Beijing in May.",
        [("held meeting", "2023-05", "Nicholas Burns, Wang Wentao")],
    ),
    (
        "Canada's Melanie Joly said she had spoken with India's S. Jaishankar.",
        [("held call", None, "Melanie Joly, S. Jaishankar")],
    ),
    ("Kremlin spokesman Dmitry Peskov said no meeting between Putin and Biden was planned.", []),
    (
        "China's most senior diplomat, Wang Yi, came to Moscow on Wednesday for talks on Ukraine.",
        [("held visit", "2023-06-14", "Wang Yi")],
    ),
    (
        "A delegation led by Deputy Foreign Minister Sedat Onal of Turkey went to Washington in May.",
        [("held visit", "2023-05", "Sedat Onal")],
    ),
    (
        "It followed Rex Tillerson's visit to Ankara in February. Tillerson, the US Secretary of State, was pleased.",
        [("held visit", "2023-02", "Rex Tillerson")],
    ),
    (
        "Both sides welcomed the visit to Israel later this week by Secretary of Defense Lloyd Austin.",
        [("planned visit", "2023-06", "Lloyd Austin")],
    ),
    (
        "Lloyd Austin and Li Shangfu, who met in Singapore on June 2, shook hands.",
        [("held meeting", "2023-06-02", "Li Shangfu, Lloyd Austin")],
    ),
    (
        "Prime Minister Fumio Kishida was visiting President Joe Biden in Washington at the time.",
        [("held visit", None, "Fumio Kishida")],
    ),
    ("Annalena Baerbock's trip came on the heels of a visit to Warsaw.", []),
    (
        "Iraq and Oman hosted several rounds of talks between Iran and Saudi Arabia in 2021 and 2022.",
        [("held talks", "2021", "Iran, Saudi Arabia")],
    ),
    (
        "US Secretary of State Antony Blinken called Philippine Foreign Secretary Enrique Manalo last week.",
        [("held call", "2023-06", "Antony Blinken, Enrique Manalo")],
    ),
    (
        "Onal, the Turkish deputy foreign minister, saw Deputy Secretary of State Wendy Sherman at the State Department on Wednesday.",
        [("held meeting", "2023-06-14", "Onal, Wendy Sherman")],
    ),
    ("Trade talks between Canada and India are on hold.", [("postponed talks", None, "Canada, India")]),
    ("President Biden is in Warsaw to reassure allies.", [("held visit", None, "Joe Biden")]),
    ("Macron was in Beijing in April with Ursula von der Leyen.", [("held visit", "2023-04", "Emmanuel Macron")]),
    (
        "Putin spoke by phone with Crown Prince Mohammed bin Salman on June 7.",
        [("held call", "2023-06-07", "Mohammed bin Salman, Vladimir Putin")],
    ),
    ("Putin and Xi talked by video link for two hours.", [("held call", None, "Vladimir Putin, Xi Jinping")]),
    (
        "The Kremlin confirmed that Putin had spoken to Xi on Monday.",
        [("held call", "2023-06-19", "Vladimir Putin, Xi Jinping")],
    ),
    (
        "Sergei Lavrov will be in Ankara on Thursday to see Hakan Fidan.",
        [
            ("planned visit", "2023-06-22", "Sergei Lavrov"),
            ("planned meeting", "2023-06-22", "Hakan Fidan, Sergei Lavrov"),
        ],
    ),
    (
        "Lavrov's Ankara visit was cancelled after neighbours closed their airspace.",
        [("cancelled visit", None, "Sergey Lavrov")],
    ),
    (
        "Israel's foreign minister, Eli Cohen, made an unannounced visit to Kyiv in February and met President Zelensky.",
        [("held visit", "2023-02", "Eli Cohen"), ("held meeting", "2023-02", "Eli Cohen, Volodymyr Zelensky")],
    ),
    ("Wang told Blinken at their meeting that the US must choose.", []),
    (
        "Saudi and Iranian foreign ministers met in Beijing in April.",
        [("held meeting", "2023-04", "Saudi and Iranian foreign ministers")],
    ),
    (
        "North Korea rejected South Korea's proposal for working-level talks on Monday.",
        [("declined talks", "2023-06-19", "North Korea, South Korea")],
    ),
    ("North Korea has not answered US offers of talks.", [("proposed talks", None, "North Korea, United States")]),
    ("Xi did not attend the summit in Delhi, sending Li Qiang instead.", []),
    ("US climate envoy John Kerry is to visit China next month.", [("planned visit", "2023-07", "John Kerry")]),
    (
        "The British foreign secretary, James Cleverly, has pulled out of a planned trip to Beijing.",
        [("cancelled visit", None, "James Cleverly")],
    ),
    (
        "Brazil's President Luiz Inacio Lula da Silva invited Zelensky to a meeting in New York.",
        [("proposed meeting", None, "Luiz Inacio Lula da Silva, Volodymyr Zelensky")],
    ),
    (
        "Zelensky met Lula on the sidelines of the UN General Assembly in New York last week.",
        [("held meeting", "2023-06", "Luiz Inácio Lula da Silva, Volodymyr Zelensky")],
    ),
    (
        "President Biden looks forward to hosting President Yoon at the White House in April 2024.",
        [("planned meeting", "2024-04", "Joe Biden, Yoon Suk Yeol")],
    ),
    (
        "President Biden, Prime Minister Kishida and President Yoon met trilaterally in Hiroshima on May 21.",
        [("held meeting", "2023-05-21", "Fumio Kishida, Joe Biden, Yoon Suk Yeol")],
    ),
    (
        "The US and Vietnamese trade negotiators wrapped up a fourth round of talks in Hanoi on Friday.",
        [("held talks", "2023-06-16", "US and Vietnamese trade negotiators")],
    ),
    (
        "India's external affairs minister, S. Jaishankar, arrives in Washington on Friday.",
        [("planned visit", "2023-06-23", "S. Jaishankar")],
    ),
    (
        "At a news conference in Beijing, Blinken said he had raised the matter.",
        [("held news_conference", None, "Antony Blinken")],
    ),
    ("Ebrard, Mexico's foreign secretary, flew to Washington the next day.", [("held visit", None, "Marcelo Ebrard")]),
    (
        "Iran's envoy met officials of the European Union in Doha.",
        [("held meeting", None, "Iran's envoy, officials of the European Union in Doha")],
    ),
    (
        "Rwandan President Paul Kagame and Congolese President Felix Tshisekedi met face to face in Doha on March 18.",
        [("held meeting", "2023-03-18", "Felix Tshisekedi, Paul Kagame")],
    ),
    (
        "The Pope received President Volodymyr Zelensky in a private audience on May 13.",
        [("held meeting", "2023-05-13", "Francis, Volodymyr Zelensky")],
    ),
    (
        "Kenyan Foreign Minister Amina Wanjiru met her Ugandan counterpart Okello Byaruhanga in Kampala on Monday.",
        [("held meeting", "2023-06-19", "Amina Wanjiru, Okello Byaruhanga")],
    ),
    (
        "NAIROBI, June 20 (Example Wire) - Kenya's foreign minister, Amina Wanjiru, flew to Kampala on Monday. Wanjiru met President Okello Byaruhanga of Uganda for two hours.",
        [
            ("held visit", "2023-06-19", "Amina Wanjiru"),
            ("held meeting", "2023-06-19", "Amina Wanjiru, Okello Byaruhanga"),
        ],
    ),
    (
        "Amina Wanjiru, the Kenyan foreign minister, spoke by telephone with Okello Byaruhanga, her counterpart in Uganda, on Monday.",
        [("held call", "2023-06-19", "Amina Wanjiru, Okello Byaruhanga")],
    ),
    (
        "Uganda's ambassador to Kenya, Okello Byaruhanga, was summoned to the Foreign Ministry in Nairobi on Monday.",
        [("held meeting", "2023-06-19", "Okello Byaruhanga")],
    ),
    (
        "Peruvian President Luis Quispe will host his Chilean counterpart Ana Soto in Lima next month.",
        [("planned meeting", "2023-07", "Ana Soto, Luis Quispe")],
    ),
    (
        "Luis Quispe, president of Peru, and Ana Soto, president of Chile, met in Lima on Friday. The two presidents agreed to meet again in Santiago in September.",
        [
            ("held meeting", "2023-06-16", "Ana Soto, Luis Quispe"),
            ("planned meeting", "2023-09", "Ana Soto, Luis Quispe"),
        ],
    ),
    (
        "Defence Minister Jan Kowalczyk of Poland arrived in Vilnius on Sunday and held talks with Lithuanian Defence Minister Rasa Petraite.",
        [("held visit", "2023-06-18", "Jan Kowalczyk"), ("held talks", "2023-06-18", "Jan Kowalczyk, Rasa Petraite")],
    ),
    (
        "A meeting planned for Friday between Polish Defence Minister Jan Kowalczyk and Rasa Petraite, the Lithuanian defence minister, was postponed.",
        [("postponed meeting", "2023-06-23", "Jan Kowalczyk, Rasa Petraite")],
    ),
    (
        "Polish Defence Minister Jan Kowalczyk declined to meet Lithuanian Defence Minister Rasa Petraite.",
        [("declined meeting", None, "Jan Kowalczyk, Rasa Petraite")],
    ),
    (
        "Greek Foreign Minister Nikos Pappas and Ahmet Yildiz of Turkey will hold talks in Izmir on July 4.",
        [("planned talks", "2023-07-04", "Ahmet Yildiz, Nikos Pappas")],
    ),
    (
        "In Athens on Monday, Nikos Pappas, the Greek foreign minister, received Turkey's ambassador, Ahmet Yildiz.",
        [("held meeting", "2023-06-19", "Ahmet Yildiz, Nikos Pappas")],
    ),
    (
        "Greece's foreign minister said he had spoken with his Turkish counterpart on Monday.",
        [("held call", "2023-06-19", "Greece's foreign minister, Turkish counterpart")],
    ),
    (
        "Turkey and Greece are to resume exploratory talks in Istanbul on January 25.",
        [("planned talks", "2024-01-25", "Greece, Turkey")],
    ),
    (
        "The sixty-first round of exploratory talks between Greece and Turkey opened in Istanbul on Monday.",
        [("held talks", "2023-06-19", "Greece, Turkey")],
    ),
    ("Sudan rejected an Ethiopian invitation to talks in Addis Ababa.", [("declined talks", None, "Ethiopia, Sudan")]),
    (
        "Ethiopia invited Sudan's army chief, General Omar Idris, to Addis Ababa.",
        [("proposed visit", None, "Omar Idris")],
    ),
    (
        "Idris, the Sudanese army chief, and Prime Minister Tesfaye Alemu of Ethiopia shook hands in Djibouti.",
        [("held meeting", None, "Idris, Tesfaye Alemu")],
    ),
    (
        "The Dutch prime minister, Pieter de Wit, telephoned King Hassan of Morocco.",
        [("held call", None, "Hassan, Pieter de Wit")],
    ),
    ("After the meeting with de Wit, the Moroccan foreign minister, Karim Alaoui, spoke of a new page.", []),
    (
        "Dutch Prime Minister Pieter de Wit, on a two-day visit to Rabat, met Foreign Minister Karim Alaoui of Morocco on Monday.",
        [("held meeting", "2023-06-19", "Karim Alaoui, Pieter de Wit"), ("held visit", "2023-06-19", "Pieter de Wit")],
    ),
    ("De Wit's visit to Rabat was the first by a Dutch prime minister in nine years.", []),
    ("Sarkissian will see Guliyev again on July 10, the Armenian Foreign Ministry said.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_each_way_of_telling_a_contact_gives_it_with_its_day_and_people(english, text, expected):
    reading = english(text, published="2023-06-20")
    reading.mentions = resolve_mentions(reading)
    found = extract_engagements(reading, Found())
    told = [(f"{e.status} {e.kind}", e.date, ", ".join(sorted(e.participants))) for e in found]
    assert told == expected
