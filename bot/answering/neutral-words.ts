// Words of four letters and more that any answer may have, whatever it is about; folded, Swedish and English.

const swedish = `
alla allt aven behover behov borja borjar bland bara battre blir bliva borde brukar bade darfor dess denna detta dessa efter
eftersom eller emot enligt exempel exempelvis finns fran framfor fraga fragor foljande forst forsta fore flera flesta galler
galla gora genom gang ganger hela helst hittar hjalp honom hennes hemma here igen inga inget ingen inne innan innebar inom
inte istallet kanske kallas kommer komma kontakta kostar kostnad kunna lang lange langre lite maste manga mellan mest minst
mindre mycket nagon nagot nagra narmare nasta ocksa olika oftast ofta om omkring oppet oppen pris priset priser redan sedan
sidan sidor sida sist sista skulle skall snart sjalv sjalva stalla stor stora stort samma samt sadan sadana sarskilt tar tills
till tillsammans tidigare trots under utan utanfor utifran vanligtvis vara varje varit vart vilka vilken vilket vidare ville
veta visst andra annan annat antal anvanda anvander upp ringa ring skriva lamna hamta soka sok betala betalar beror alltid
aldrig dock flesta enbart endast exakt fler hogst lagst senast tidigast stallet vanlig vanliga vuxen vuxna person personer
ditt dina dess deras ersattning information infor ihop igenom kring lattast medan medfor motsvarande namligen annars i`

const english = `
about above after again also another anyone around away back because been before being below between both cannot come comes
contact cost costs could does doing down during each either else even every example first following free from further gets
give given goes have having here however into itself just keep kept know last later least less like long longer made make
makes many more most much must need needs never next none normally note nothing often once only open opening other others
otherwise over page pages people person price prices rather same shall should since some someone soon still such take takes
than that their them then there these they thing things this those through time times today together under unless until upon
usually very want wants well were what when where whether which while will with within without would your yours call apply
pay paid charge question questions answer adult adults write leave`

export const neutralWords: ReadonlySet<string> = new Set(`${swedish} ${english}`.split(/\s+/).filter(Boolean))
