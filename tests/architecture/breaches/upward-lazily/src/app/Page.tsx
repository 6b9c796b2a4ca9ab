const Page = () => <p>Page</p>

export default Page
