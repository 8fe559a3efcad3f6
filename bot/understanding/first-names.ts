// First names that are common in Sweden, but for those that are words too, also without dots ("Björn", "Karl" and "kärl").

/** In lower case, without dots and rings. */
export const firstNames: ReadonlySet<string> = new Set(
  (
    'anna eva maria karin kristina christina lena kerstin sara emma ingrid marie malin jenny birgitta ann annika inger susanne ' +
    'monica monika elin linda ulla johanna sofia helena elisabeth elisabet carina katarina gunilla julia margareta hanna camilla ' +
    'anette anneli elsa ebba josefin josefine sandra amanda cecilia siv therese terese jessica lisa ellen frida matilda marianne ' +
    'agneta linnea astrid alexandra barbro gun birgit gunnel charlotte caroline carolina louise erika rebecka victoria viktoria ' +
    'clara moa madeleine pernilla petra wilma vilma nathalie natalie ewa anita berit britt britta ruth solveig ' +
    'lars anders mikael michael johan erik peter carl thomas tomas jan daniel fredrik andreas mats stefan magnus ' +
    'mattias mathias bengt jonas niklas martin leif bjarne alexander patrik henrik joakim christer krister robert kjell david ' +
    'emil simon goran rickard rikard christoffer kristoffer tobias lennart viktor victor linus lucas lukas oskar oscar anton jesper ' +
    'marcus markus johannes hakan roger sven gunnar jorgen elias ola kent jimmy filip philip adam nils olle olof bertil arne ' +
    'ake hugo ludvig gustav gustaf william noah liam wilmer melker isak isac theodor kenneth conny tommy ronny claes klas ' +
    'ali mohammed mohamed mohammad muhammad ahmed ahmad hassan hussein omar ibrahim mustafa yusuf abdi abdullah khalid samir amir ' +
    'fatima amina aisha layla leila maryam mariam zahra zainab khadija nour noor hodan amal hana samira nadia ' +
    'ivan olena oleksandr andrij natalia tetiana piotr krzysztof agnieszka katarzyna jose carlos juan'
  ).split(' '),
)
